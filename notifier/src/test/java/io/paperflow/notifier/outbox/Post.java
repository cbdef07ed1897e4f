package io.paperflow.notifier.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.paperflow.catalogue.paper.Paper;
import io.paperflow.notifier.TestPapers;
import io.paperflow.notifier.deliver.Courier;
import io.paperflow.notifier.deliver.FollowLinks;
import io.paperflow.notifier.digest.Composer;
import io.paperflow.notifier.follow.SubscriptionRecords;
import io.paperflow.notifier.follow.Subscriptions;
import io.paperflow.notifier.match.SavedSearches;
import io.paperflow.notifier.trend.TrendList;
import io.paperflow.notifier.trend.Window;
import io.paperflow.pipeline.Delivery;
import io.paperflow.pipeline.Publication;
import io.paperflow.schemas.Channel;
import io.paperflow.schemas.FollowMatch;
import io.paperflow.schemas.FollowedEvent;
import io.paperflow.schemas.Rhythm;
import io.paperflow.schemas.SavedSearch;
import io.paperflow.schemas.Subscription;
import io.paperflow.schemas.SubscriptionState;
import io.paperflow.schemas.Topics;
import io.paperflow.testkit.lease.CommittedRecords;
import io.paperflow.testkit.lease.PlayedLease;
import io.paperflow.testkit.lease.Ticking;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Subscriptions of one lease, their deliveries in virtual time. */
final class Post implements AutoCloseable {

  static final String LEASE = Shards.names().getFirst();

  final Ticking clock = new Ticking("2026-11-20T07:00:00Z");
  final CommittedRecords committed = new CommittedRecords();
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final SavedSearches searches = new SavedSearches();
  final Subscriptions subscriptions = new Subscriptions(searches);
  private final OutboxRecords records = new OutboxRecords();
  Function<Window, Optional<TrendList>> trends = _ -> Optional.empty();
  private final Courier courier;

  Post(Courier courier) {
    this.courier = courier;
    subscriptions.complete(clock.instant());
  }

  /** A name that falls to the lease. */
  static String id(int number) {
    return java.util.stream.IntStream.iterate(0, i -> i + 1)
        .mapToObj(i -> "s" + number + "-" + i)
        .filter(id -> Shards.of(id).equals(LEASE))
        .findFirst()
        .orElseThrow();
  }

  Subscription subscribe(int number, UnaryOperator<Subscription.Builder> more) {
    Subscription subscription =
        more.apply(
                Subscription.newBuilder()
                    .setId(id(number))
                    .setSecret("secret")
                    .setState(SubscriptionState.ACTIVE)
                    .setOrigin("page")
                    .setCreatedAt(clock.instant())
                    .setSince(clock.instant())
                    .setChannel(Channel.EMAIL)
                    .setAddress("reader" + number + "@example.org")
                    .setRhythm(Rhythm.DAILY)
                    .setHour(8)
                    .setEvents(List.of(FollowedEvent.NEW))
                    .setSearches(
                        List.of(
                            SavedSearch.newBuilder().setName("rivers").setQuery("river").build())))
            .build();
    take(subscription);
    return subscription;
  }

  void take(Subscription subscription) {
    subscriptions.take(
        new Delivery<>(subscription.getId(), subscription, 0, clock.instant(), Map.of()));
  }

  /** What happened, as a sink writes it. */
  Publication match(Subscription subscription, String paper, FollowedEvent event) {
    return records.match(
        FollowMatch.newBuilder()
            .setSubscription(subscription.getId())
            .setPaperKey(paper)
            .setEvent(event)
            .setSearches(List.of("rivers"))
            .setSeenAt(clock.instant())
            .build());
  }

  void happened(Subscription subscription, String paper) {
    committed.commit(List.of(match(subscription, paper, FollowedEvent.NEW)));
  }

  PlayedLease lease(Duration lasts) {
    return new PlayedLease(LEASE, committed, clock, lasts);
  }

  /** Works until the lease ends; false when it broke off. */
  boolean work(PlayedLease lease) {
    boolean ended = true;
    try {
      new OutboxWork(means()).run(lease, committed.newest(Topics.OUTBOX));
    } catch (InterruptedException _) {
      ended = false;
    }
    // What is handed over on this thread leaves it interrupted when the lease breaks off.
    return !Thread.interrupted() && ended;
  }

  void work(Duration lasts) {
    if (!work(lease(lasts))) {
      throw new IllegalStateException("broke off");
    }
  }

  Means means() {
    return new Means(
        subscriptions,
        keys ->
            keys.stream()
                .filter(key -> !key.startsWith("gone"))
                .collect(Collectors.toMap(key -> key, Post::paper, (one, _) -> one)),
        window -> trends.apply(window),
        new Composer("https://papers.example.org"),
        new FollowLinks("https://papers.example.org"),
        new SubscriptionRecords()::end,
        courier,
        Runnable::run,
        new DeliveryMetrics(meters),
        clock);
  }

  private static Paper paper(String key) {
    return TestPapers.of(key, "Paper " + key, "It is about " + name(key) + ".");
  }

  private static String name(String key) {
    return UUID.nameUUIDFromBytes(key.getBytes(UTF_8)).toString();
  }

  double counted(String meter, String... tags) {
    return meters.find(meter).tags(tags).counters().stream().mapToDouble(c -> c.count()).sum();
  }

  Instant now() {
    return clock.instant();
  }

  @Override
  public void close() {
    searches.close();
  }
}
