package io.paperflow.notifier.follow;

import io.paperflow.notifier.outbox.OutboxRecords;
import io.paperflow.pipeline.Failure;
import io.paperflow.pipeline.Publication;
import io.paperflow.schemas.FollowMatch;
import io.paperflow.schemas.Subscription;
import io.paperflow.schemas.SubscriptionState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells those who follow it what happened. Thread-safe. */
public final class Matches {

  /** What was told lately is not told again: a paper is read many times while it is young. */
  private static final int REMEMBERED = 100_000;

  private final Subscriptions subscriptions;
  private final Follows.Writer writer;
  private final OutboxRecords records = new OutboxRecords();

  private final Set<String> told =
      Collections.synchronizedSet(
          Collections.newSetFromMap(
              new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                  return size() > REMEMBERED;
                }
              }));

  /** What it needs. */
  public Matches(Subscriptions subscriptions, Follows.Writer writer) {
    this.subscriptions = subscriptions;
    this.writer = writer;
  }

  Subscriptions subscriptions() {
    return subscriptions;
  }

  /** Empty when all was written. */
  Optional<Failure> tell(List<Occurrence> occurrences) throws InterruptedException {
    List<Map<String, List<String>>> found =
        subscriptions.searches().match(occurrences.stream().map(Occurrence::paper).toList());
    Map<String, Publication> publications = new LinkedHashMap<>();
    for (int i = 0; i < occurrences.size(); i++) {
      Occurrence occurrence = occurrences.get(i);
      for (Map.Entry<String, List<String>> follower : found.get(i).entrySet()) {
        Optional<Subscription> subscription = subscriptions.find(follower.getKey());
        subscription
            .filter(one -> one.getState() == SubscriptionState.ACTIVE)
            .filter(occurrence::concerns)
            .map(one -> records.match(match(one, occurrence, follower.getValue())))
            .filter(publication -> !told.contains(publication.key()))
            .ifPresent(publication -> publications.put(publication.key(), publication));
      }
    }
    if (publications.isEmpty()) {
      return Optional.empty();
    }
    Optional<Failure> failure = writer.write(new ArrayList<>(publications.values()));
    if (failure.isEmpty()) {
      told.addAll(publications.keySet());
    }
    return failure;
  }

  private static FollowMatch match(
      Subscription subscription, Occurrence occurrence, List<String> searches) {
    return FollowMatch.newBuilder()
        .setSubscription(subscription.getId())
        .setPaperKey(occurrence.paper().id())
        .setEvent(occurrence.event())
        .setSearches(searches)
        .setSeenAt(occurrence.at())
        .build();
  }
}
