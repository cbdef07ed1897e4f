package io.paperflow.notifier.follow;

import io.paperflow.notifier.match.SavedSearches;
import io.paperflow.pipeline.Delivery;
import io.paperflow.pipeline.History;
import io.paperflow.schemas.SavedSearch;
import io.paperflow.schemas.Subscription;
import io.paperflow.schemas.SubscriptionState;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/**
 * All subscriptions, as their topic has them, and their searches. Every instance has them all.
 * Thread-safe.
 */
public final class Subscriptions implements History<Subscription> {

  private final Map<String, Subscription> all = new ConcurrentHashMap<>();
  private final Set<String> ended = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean read = new AtomicBoolean();
  private final SavedSearches searches;

  /**
   * None yet.
   *
   * @param searches are kept as those of the active subscriptions
   */
  public Subscriptions(SavedSearches searches) {
    this.searches = searches;
  }

  @Override
  public void clear() {
    // What is known stays until it is read again: a subscription does not end by trouble.
    read.set(false);
  }

  @Override
  public void take(Delivery<Subscription> record) {
    take(record.value());
  }

  private void take(Subscription subscription) {
    if (subscription.getState() == SubscriptionState.ENDED) {
      all.remove(subscription.getId());
      ended.add(subscription.getId());
    } else {
      all.put(subscription.getId(), subscription);
    }
    searches.put(
        subscription.getId(),
        subscription.getState() == SubscriptionState.ACTIVE
            ? subscription.getSearches().stream()
                .collect(
                    Collectors.toMap(
                        SavedSearch::getName, SavedSearch::getQuery, (first, _) -> first))
            : Map.of());
  }

  @Override
  public void complete(Instant until) {
    // Ten thousand searches take seconds, which no paper is to wait for.
    searches.register();
    read.set(true);
  }

  /** Whether those that were made before have been read. */
  public boolean known() {
    return read.get();
  }

  /** The one with an id. */
  public Optional<Subscription> find(String id) {
    return Optional.ofNullable(all.get(id));
  }

  /** Whether one has ended: one that is merely not known may have been made a moment ago. */
  public boolean ended(String id) {
    return ended.contains(id);
  }

  /** All of them, pending ones too. */
  public Collection<Subscription> all() {
    return List.copyOf(all.values());
  }

  /** Their searches. */
  public SavedSearches searches() {
    return searches;
  }
}
