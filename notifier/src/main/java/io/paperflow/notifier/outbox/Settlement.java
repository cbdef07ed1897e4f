package io.paperflow.notifier.outbox;

import io.paperflow.notifier.deliver.Handover;
import io.paperflow.notifier.outbox.DeliveryMetrics.Outcome;
import io.paperflow.pipeline.Failure;
import io.paperflow.pipeline.Publication;
import io.paperflow.schemas.DeliveredPaper;
import io.paperflow.schemas.FollowState;
import io.paperflow.schemas.FollowedEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What becomes of a delivery after an attempt at it. Belongs to the lease's thread. */
final class Settlement {

  /** Attempts at a delivery, over about a day and a half. */
  static final int MOST_TRIES = 12;

  /** Given up deliveries in a row after which nothing is delivered any more. */
  static final int MOST_FAILURES = 3;

  private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
  private static final Duration LONGEST_WAIT = Duration.ofHours(6);

  /** For how long it is remembered what was sent. */
  private static final Duration MEMORY = Duration.ofDays(400);

  private final Means means;
  private final OutboxRecords records = new OutboxRecords();
  private final OutboxLetters letters = new OutboxLetters();

  Settlement(Means means) {
    this.means = means;
  }

  /**
   * Notes in the box what came of an attempt.
   *
   * @return the records of it
   */
  List<Publication> of(Box box, Attempt attempt, Handover handover) {
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
}
