package io.paperflow.notifier.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.paperflow.notifier.deliver.Handover;
import io.paperflow.pipeline.Lease;
import io.paperflow.pipeline.Publication;
import io.paperflow.pipeline.Publisher.PublishException;
import io.paperflow.schemas.DeliveredPaper;
import io.paperflow.schemas.FollowState;
import io.paperflow.schemas.HandedOver;
import io.paperflow.schemas.Rhythm;
import io.paperflow.schemas.Subscription;
import io.paperflow.schemas.SubscriptionState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

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

  /** For how long it is waited for an answer before it is looked for something new to tell. */
  private static final Duration LOOK = Duration.ofMillis(200);

  /** While nothing is under way; what happens to papers is heard of sooner. */
  private static final Duration IDLE = Duration.ofSeconds(1);

  /** How often it is looked for the answers to what is under way when the lease is ending. */
  private static final int LAST_LOOKS = 20;

  /** After which a subscription that nobody confirmed ends. */
  private static final Duration UNCONFIRMED = Duration.ofDays(2);

  private record Finished(Attempt attempt, Handover handover) {}

  private final Lease lease;
  private final Means means;
  private final Delivering delivering;
  private final Plan plan;
  private final Settlement settlement;
  private final OutboxRecords records = new OutboxRecords();
  private final Boxes boxes = new Boxes();

  /** Subscriptions whose ends are written and not yet known. */
  private final Set<String> ending = new HashSet<>();

  private final BlockingQueue<Finished> finished = new LinkedBlockingQueue<>();
  private Iterator<String> round = Collections.emptyIterator();
  private volatile boolean over;
  private int underWay;

  Outbox(Lease lease, Means means) {
    this.lease = lease;
    this.means = means;
    this.delivering = new Delivering(means);
    this.plan = new Plan(means.trends());
    this.settlement = new Settlement(means);
  }

  /** Takes over what predecessors left. */
  void begin(Map<String, byte[]> state) {
    boxes.begin(state);
  }

  void run() throws InterruptedException {
    while (!lease.ending()) {
      if (over) {
        throw new InterruptedException("the lease " + lease.name() + " is over");
      }
      Duration idle = underWay > 0 ? Duration.ZERO : IDLE;
      lease.await(idle).forEach(change -> boxes.take(change.key(), change.value()));
      settleAll();
      if (means.subscriptions().known()) {
        deliver();
      }
    }
    for (int look = 0; underWay > 0 && look < LAST_LOOKS; look++) {
      var _ = lease.await(Duration.ZERO);
      settleAll();
    }
  }

  /**
   * Begins as many deliveries as may be under way. A round goes on where the last call stopped: so
   * everybody's turn comes, and not all are looked through for each place that gets free.
   */
  private void deliver() throws InterruptedException {
    if (!round.hasNext()) {
      forgetEnded();
      round =
          means.subscriptions().all().stream()
              .map(Subscription::getId)
              .filter(id -> Shards.of(id).equals(lease.name()))
              .iterator();
    }
    Instant now = means.clock().instant();
    List<Publication> done = new ArrayList<>();
    while (underWay < AT_ONCE && round.hasNext()) {
      // It may have changed or ended since the round began.
      Optional<Subscription> found = means.subscriptions().find(round.next());
      found.flatMap(subscription -> turn(subscription, now)).ifPresent(done::add);
    }
    commit(done);
  }

  /** The record of what is done about a subscription, if there is one yet. */
  private Optional<Publication> turn(Subscription subscription, Instant now) {
    if (subscription.getState() == SubscriptionState.ACTIVE) {
      return next(subscription, boxes.of(subscription.getId()), now);
    }
    boolean unconfirmed =
        subscription.getState() == SubscriptionState.PENDING
            && subscription.getCreatedAt().isBefore(now.minus(UNCONFIRMED));
    return unconfirmed && ending.add(subscription.getId())
        ? Optional.of(means.ends().apply(subscription))
        : Optional.empty();
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
    Optional<List<DeliveredPaper>> items = due.flatMap(_ -> plan.items(subscription, box));
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

  /** Waits for an answer while something is under way, and notes all that are there. */
  private void settleAll() throws InterruptedException {
    List<Publication> publications = new ArrayList<>();
    Finished end = finished.poll(underWay > 0 ? LOOK.toMillis() : 0, TimeUnit.MILLISECONDS);
    for (; end != null; end = finished.poll()) {
      underWay--;
      Box box = boxes.of(end.attempt().subscription().getId());
      box.busy(false);
      publications.addAll(settlement.of(box, end.attempt(), end.handover()));
    }
    commit(publications);
  }

  /** Of those who ended it nothing is kept. */
  private void forgetEnded() throws InterruptedException {
    List<Box> ended =
        boxes.all().entrySet().stream()
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
      boxes.all().remove(subscription);
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
