package io.paperflow.notifier.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.paperflow.notifier.deliver.Handover;
import io.paperflow.notifier.digest.Composer;
import io.paperflow.notifier.outbox.DeliveryMetrics.Outcome;
import io.paperflow.notifier.trend.TrendList;
import io.paperflow.pipeline.Failure;
import io.paperflow.pipeline.Lease;
import io.paperflow.pipeline.Publication;
import io.paperflow.pipeline.Publisher.PublishException;
import io.paperflow.schemas.DeliveredPaper;
import io.paperflow.schemas.FollowMatch;
import io.paperflow.schemas.FollowState;
import io.paperflow.schemas.FollowedEvent;
import io.paperflow.schemas.HandedOver;
import io.paperflow.schemas.Rhythm;
import io.paperflow.schemas.Subscription;
import io.paperflow.schemas.SubscriptionState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Delivers to the subscriptions of a lease. Belongs to the lease's thread; only handing over runs
 * on other threads.
 *
 * <p>As late as possible before the other side can have it, what is handed over is committed; when
 * the answer is there, what became of it. A successor that finds a delivery handed over without an
 * answer repeats it once, under the same name; after a second one without an answer it takes it for
 * delivered, and tells so by a dead letter.
 */
final class Outbox {

  /** Deliveries under way at once. */
  static final int AT_ONCE = 8;

  /** Papers in a delivery; the others are in the next one. */
  static final int MOST_PAPERS = 100;

  static final int TRENDING = 10;

  /** Attempts at a delivery, over about a day and a half. */
  static final int MOST_TRIES = 12;

  /** Given up deliveries in a row after which nothing is delivered any more. */
  static final int MOST_FAILURES = 3;

  private static final Duration LOOK = Duration.ofMillis(200);

  /** While nothing is under way; what happens to papers is heard of sooner. */
  private static final Duration IDLE = Duration.ofSeconds(1);

  /** How often it is looked for the answers to what is under way when the lease is ending. */
  private static final int LAST_LOOKS = 20;

  private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
  private static final Duration LONGEST_WAIT = Duration.ofHours(6);

  /** After which a subscription that nobody confirmed ends. */
  private static final Duration UNCONFIRMED = Duration.ofDays(2);

  /** For how long it is remembered what was sent. */
  private static final Duration MEMORY = Duration.ofDays(400);

  private record Finished(Attempt attempt, Handover handover) {}

  private final Lease lease;
  private final Means means;
  private final Delivering delivering;
  private final OutboxRecords records = new OutboxRecords();
  private final OutboxLetters letters = new OutboxLetters();
  private final Map<String, Box> boxes = new HashMap<>();

  /** Subscriptions whose ends are written and not yet known. */
  private final Set<String> ending = new HashSet<>();

  private final BlockingQueue<Finished> finished = new LinkedBlockingQueue<>();
  private volatile boolean over;
  private int underWay;

  Outbox(Lease lease, Means means) {
    this.lease = lease;
    this.means = means;
    this.delivering = new Delivering(means);
  }

  /** Takes over what predecessors left. */
  void begin(Map<String, byte[]> state) {
    state.forEach(
        (key, bytes) -> {
          if (key.startsWith(OutboxRecords.SENT)) {
            records.sent(bytes).ifPresent(sent -> box(sent.getSubscription()).took(sent));
          } else if (key.startsWith(OutboxRecords.STATE)) {
            records.state(bytes).ifPresent(one -> box(one.getSubscription()).state(one));
          }
        });
    state.forEach(this::take);
  }

  private void take(String key, byte[] bytes) {
    if (key.startsWith(OutboxRecords.MATCH)) {
      records.match(bytes).ifPresent(match -> box(match.getSubscription()).take(key, match));
    }
  }

  private Box box(String subscription) {
    return boxes.computeIfAbsent(subscription, Box::new);
  }

  void run() throws InterruptedException {
    while (!lease.ending()) {
      if (over) {
        throw new InterruptedException("the lease " + lease.name() + " is over");
      }
      lease.await(underWay > 0 ? LOOK : IDLE).forEach(change -> take(change.key(), change.value()));
      settleAll();
      if (means.subscriptions().known()) {
        deliver();
        forgetEnded();
      }
    }
    for (int look = 0; underWay > 0 && look < LAST_LOOKS; look++) {
      var _ = lease.await(LOOK);
      settleAll();
    }
  }

  private void deliver() throws InterruptedException {
    Instant now = means.clock().instant();
    List<Publication> done = new ArrayList<>();
    for (Subscription subscription : means.subscriptions().all()) {
      if (!Shards.of(subscription.getId()).equals(lease.name())) {
        continue;
      }
      if (subscription.getState() == SubscriptionState.ACTIVE && underWay < AT_ONCE) {
        next(subscription, box(subscription.getId()), now).ifPresent(done::add);
      } else if (subscription.getState() == SubscriptionState.PENDING
          && subscription.getCreatedAt().isBefore(now.minus(UNCONFIRMED))
          && ending.add(subscription.getId())) {
        done.add(means.ends().apply(subscription));
      }
    }
    commit(done);
  }

  /** Begins what is due; when there is nothing to tell, the record that it is done. */
  private Optional<Publication> next(Subscription subscription, Box box, Instant now) {
    FollowState state = box.state();
    Optional<Instant> notBefore = state.getNotBefore();
    if (box.busy()
        || state.getStopped().isPresent()
        || notBefore.filter(now::isBefore).isPresent()) {
      return Optional.empty();
    }
    Optional<HandedOver> handedOver = state.getHandedOver();
    if (handedOver.isPresent()) {
      resume(subscription, box, handedOver.get());
      return Optional.empty();
    }
    Optional<Instant> due = Schedule.due(subscription, state.getLastDue(), now);
    Optional<List<DeliveredPaper>> items = due.flatMap(_ -> plan(subscription, box));
    if (due.isEmpty() || items.isEmpty()) {
      return Optional.empty();
    }
    if (!items.get().isEmpty()) {
      start(
          box, new Attempt(subscription, handedOver(subscription, due.get(), items.get()), false));
      return Optional.empty();
    }
    if (subscription.getRhythm() == Rhythm.AT_ONCE) {
      return Optional.empty();
    }
    box.state(FollowState.newBuilder(state).setLastDue(due.get()).build());
    return Optional.of(records.state(box.state()));
  }

  /** What there is to tell; empty while that is not known. */
  private Optional<List<DeliveredPaper>> plan(Subscription subscription, Box box) {
    List<DeliveredPaper> items = new ArrayList<>();
    Set<String> chosen = new HashSet<>();
    box.pending().values().stream()
        .sorted(
            Comparator.comparing(FollowMatch::getSeenAt).thenComparing(FollowMatch::getPaperKey))
        .limit(MOST_PAPERS)
        .forEach(
            match -> {
              chosen.add(match.getPaperKey());
              items.add(
                  DeliveredPaper.newBuilder()
                      .setPaperKey(match.getPaperKey())
                      .setEvent(match.getEvent())
                      .setSearches(match.getSearches())
                      .build());
            });
    if (!subscription.getTrending() || subscription.getRhythm() == Rhythm.AT_ONCE) {
      return Optional.of(items);
    }
    Optional<TrendList> trends = means.trends().apply(Delivering.window(subscription.getRhythm()));
    return trends.map(
        list -> {
          items.addAll(
              Composer.trending(
                  list,
                  TRENDING,
                  paper -> !chosen.contains(paper) && !box.wasSent(FollowedEvent.TRENDING, paper)));
          return items;
        });
  }

  private static HandedOver handedOver(
      Subscription subscription, Instant due, List<DeliveredPaper> items) {
    String name = subscription.getId() + due + items.hashCode();
    return HandedOver.newBuilder()
        .setDelivery(UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString())
        .setDue(due)
        .setItems(items)
        .build();
  }

  private void resume(Subscription subscription, Box box, HandedOver what) {
    if (what.getRepeats() == 0) {
      start(box, new Attempt(subscription, what, true));
    } else {
      // It broke off twice: a third one could be the third copy.
      box.busy(true);
      underWay++;
      finished.add(
          new Finished(
              new Attempt(subscription, what, true),
              new Handover.Unknown("the service ended while it handed it over")));
    }
  }

  private void start(Box box, Attempt attempt) {
    box.busy(true);
    underWay++;
    FollowState state =
        FollowState.newBuilder(box.state())
            .setHandedOver(
                HandedOver.newBuilder(attempt.what()).setRepeats(attempt.repeat() ? 1 : 0).build())
            .build();
    means.threads().execute(() -> hand(attempt, state));
  }

  /** On a thread of its own. */
  private void hand(Attempt attempt, FollowState during) {
    try {
      Handover handover =
          delivering.hand(
              attempt,
              () -> {
                lease.confirm();
                commit(List.of(records.state(during)));
              });
      finished.add(new Finished(attempt, handover));
    } catch (InterruptedException e) {
      // The lease is over; a successor finds what was committed.
      over = true;
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      finished.add(
          new Finished(attempt, new Handover.NotTaken("delivery-failed", e.toString(), false)));
    }
  }

  private void settleAll() throws InterruptedException {
    List<Publication> publications = new ArrayList<>();
    for (Finished end = finished.poll(); end != null; end = finished.poll()) {
      underWay--;
      Box box = box(end.attempt().subscription().getId());
      box.busy(false);
      publications.addAll(settle(box, end.attempt(), end.handover()));
    }
    commit(publications);
  }

  private List<Publication> settle(Box box, Attempt attempt, Handover handover) {
    return switch (handover) {
      case Handover.Taken _ -> {
        means.metrics().ended(attempt.subscription().getChannel(), Outcome.DELIVERED);
        if (attempt.repeat()) {
          means.metrics().repeated(attempt.subscription().getChannel());
        }
        yield sent(box, attempt, 0);
      }
      case Handover.NotTaken no ->
          no.forGood() || box.state().getTries() + 1 >= MOST_TRIES
              ? givenUp(box, attempt, no)
              : later(box, attempt);
      case Handover.Unknown unknown ->
          attempt.repeat() ? unknownTwice(box, attempt, unknown) : unknown(box, attempt);
    };
  }

  private List<Publication> sent(Box box, Attempt attempt, int failures) {
    LocalDate today = means.clock().instant().atOffset(ZoneOffset.UTC).toLocalDate();
    List<Publication> publications = new ArrayList<>();
    for (DeliveredPaper item : attempt.what().getItems()) {
      if (item.getEvent() != FollowedEvent.TRENDING) {
        publications.add(
            records.gone(
                OutboxRecords.matchKey(
                    attempt.subscription().getId(), item.getEvent(), item.getPaperKey()),
                attempt.subscription().getId()));
      }
    }
    publications.add(records.sent(box.send(today, attempt.what().getItems())));
    box.forgetBefore(today.minusDays(MEMORY.toDays()))
        .forEach(
            day ->
                publications.add(
                    records.gone(
                        OutboxRecords.SENT + attempt.subscription().getId() + "/" + day,
                        attempt.subscription().getId())));
    publications.add(
        state(
            box,
            FollowState.newBuilder(box.state())
                .setLastDue(attempt.what().getDue())
                .setTries(0)
                .setFailures(failures)
                .clearNotBefore()
                .clearHandedOver()));
    return publications;
  }

  private Publication state(Box box, FollowState.Builder state) {
    box.state(state.build());
    return records.state(box.state());
  }

  /** Certainly not taken: it is tried again, as the repeat that it was. */
  private List<Publication> later(Box box, Attempt attempt) {
    means.metrics().ended(attempt.subscription().getChannel(), Outcome.LATER);
    int tries = box.state().getTries() + 1;
    FollowState.Builder next =
        FollowState.newBuilder(box.state()).setTries(tries).setNotBefore(after(tries));
    return List.of(
        state(box, attempt.repeat() ? next.setHandedOver(attempt.what()) : next.clearHandedOver()));
  }

  private Instant after(int tries) {
    Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(tries - 1, 20));
    return means.clock().instant().plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
  }

  private List<Publication> unknown(Box box, Attempt attempt) {
    means.metrics().ended(attempt.subscription().getChannel(), Outcome.UNKNOWN);
    return List.of(
        state(
            box,
            FollowState.newBuilder(box.state())
                .setHandedOver(attempt.what())
                .setNotBefore(after(1))));
  }

  private List<Publication> unknownTwice(Box box, Attempt attempt, Handover.Unknown unknown) {
    means.metrics().ended(attempt.subscription().getChannel(), Outcome.GIVEN_UP);
    List<Publication> publications =
        new ArrayList<>(sent(box, attempt, box.state().getFailures() + 1));
    publications.add(
        letter(attempt, new Handover.NotTaken("delivery-unknown", unknown.reason(), false), 2));
    return publications;
  }

  /** Its papers stay: they are in the next delivery, should there be one. */
  private List<Publication> givenUp(Box box, Attempt attempt, Handover.NotTaken why) {
    means.metrics().ended(attempt.subscription().getChannel(), Outcome.GIVEN_UP);
    int failures = box.state().getFailures() + 1;
    FollowState.Builder next =
        FollowState.newBuilder(box.state())
            .setLastDue(attempt.what().getDue())
            .setTries(0)
            .setFailures(failures)
            .clearNotBefore()
            .clearHandedOver();
    if (failures >= MOST_FAILURES) {
      means.metrics().stopped(attempt.subscription().getChannel());
      next.setStopped(
          "%d deliveries in a row were not taken: %s".formatted(failures, why.reason()));
    }
    int tries = box.state().getTries() + 1;
    return List.of(state(box, next), letter(attempt, why, tries));
  }

  private Publication letter(Attempt attempt, Handover.NotTaken why, int tries) {
    return letters.of(
        attempt, Failure.permanent(why.code(), why.reason()), tries, means.clock().instant());
  }

  /** Of those who ended it nothing is kept. */
  private void forgetEnded() throws InterruptedException {
    List<Box> ended =
        boxes.entrySet().stream()
            .filter(box -> means.subscriptions().ended(box.getKey()))
            .map(Map.Entry::getValue)
            .filter(box -> !box.busy())
            .toList();
    List<Publication> publications = new ArrayList<>();
    for (Box box : ended) {
      String subscription = box.state().getSubscription();
      box.pending().keySet().forEach(key -> publications.add(records.gone(key, subscription)));
      box.days()
          .forEach(
              day ->
                  publications.add(
                      records.gone(OutboxRecords.SENT + subscription + "/" + day, subscription)));
      publications.add(records.gone(OutboxRecords.STATE + subscription, subscription));
      boxes.remove(subscription);
    }
    commit(publications);
  }

  private void commit(List<Publication> publications) throws InterruptedException {
    if (publications.isEmpty()) {
      return;
    }
    try {
      lease.commit(publications);
    } catch (PublishException e) {
      // Records are bounded: deliveries are cut.
      throw new IllegalStateException(e);
    }
  }
}
