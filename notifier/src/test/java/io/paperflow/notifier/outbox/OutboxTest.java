package io.paperflow.notifier.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.notifier.deliver.Courier;
import io.paperflow.notifier.deliver.Handover;
import io.paperflow.notifier.deliver.Parcel;
import io.paperflow.notifier.digest.DigestPaper;
import io.paperflow.notifier.trend.Gains;
import io.paperflow.notifier.trend.Trend;
import io.paperflow.notifier.trend.TrendList;
import io.paperflow.pipeline.DeadLetter;
import io.paperflow.schemas.FollowedEvent;
import io.paperflow.schemas.Rhythm;
import io.paperflow.schemas.Subscription;
import io.paperflow.schemas.SubscriptionState;
import io.paperflow.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboxTest {

  private static final Handover TAKEN = new Handover.Taken();
  private static final Handover BUSY = new Handover.NotTaken("busy", "come back later", false);
  private static final Handover NOBODY = new Handover.NotTaken("550", "no such mailbox", true);
  private static final Handover BROKE_OFF = new Handover.Unknown("it broke off");

  /** A parcel that arrived, and when. */
  private record Arrived(Parcel parcel, Instant at) {
    List<String> titles() {
      return parcel.digest().sections().stream()
          .flatMap(section -> section.papers().stream())
          .map(DigestPaper::title)
          .toList();
    }
  }

  private final List<Arrived> arrived = new ArrayList<>();

  /** What the other side answers; takes what it is given once these are used up. */
  private final Deque<Handover> answers = new ArrayDeque<>();

  private final Courier courier =
      (parcel, before) -> {
        before.write();
        Handover answer = answers.isEmpty() ? TAKEN : answers.remove();
        if (answer.equals(TAKEN) || answer.equals(BROKE_OFF)) {
          arrived.add(new Arrived(parcel, now()));
        }
        return answer;
      };

  private final Post post = new Post(courier);

  private Instant now() {
    return post.now();
  }

  @AfterEach
  void close() {
    post.close();
  }

  @Test
  void whatHappenedComesOnceAtItsHourAndNothingEmptyEver() {
    Subscription daily = post.subscribe(1, s -> s.setZone("Europe/Berlin").setHour(9));
    post.happened(daily, "a");
    post.happened(daily, "b");

    post.work(Duration.ofDays(3));

    assertEquals(1, arrived.size());
    assertEquals(List.of("Paper a", "Paper b"), arrived.getFirst().titles());
    assertTrue(within(arrived.getFirst().at(), "2026-11-20T08:00:00Z"), arrived.toString());
  }

  @Test
  void whatWasToldIsNotToldAgainWhoeverHasTheLease() {
    Subscription daily = post.subscribe(1, s -> s);
    post.happened(daily, "a");
    post.work(Duration.ofDays(1));
    post.happened(daily, "a");
    post.happened(daily, "b");

    post.work(Duration.ofDays(1));

    assertEquals(
        List.of(List.of("Paper a"), List.of("Paper b")),
        arrived.stream().map(Arrived::titles).toList());
  }

  @Test
  void codeAndWithdrawalOfAToldPaperAreNews() {
    Subscription daily = post.subscribe(1, s -> s);
    post.happened(daily, "a");
    post.work(Duration.ofDays(1));
    post.committed.commit(
        List.of(
            post.match(daily, "a", FollowedEvent.CODE),
            post.match(daily, "a", FollowedEvent.WITHDRAWN)));

    post.work(Duration.ofDays(1));

    assertEquals(List.of("Paper a", "Paper a"), arrived.getLast().titles());
    assertEquals(
        List.of("Code has appeared", "Withdrawn"),
        arrived.getLast().parcel().digest().sections().stream().map(s -> s.heading()).toList());
  }

  @Test
  void atOnceIsWithinAMinuteAndTogetherWhatCameTogether() {
    Subscription atOnce = post.subscribe(1, s -> s.setRhythm(Rhythm.AT_ONCE));
    var lease =
        post.lease(Duration.ofMinutes(10))
            .written(Duration.ofMinutes(5), post.match(atOnce, "a", FollowedEvent.NEW))
            .written(Duration.ofMinutes(5), post.match(atOnce, "b", FollowedEvent.NEW));
    Instant begin = now();

    assertTrue(post.work(lease));

    assertEquals(
        List.of(List.of("Paper a", "Paper b")), arrived.stream().map(Arrived::titles).toList());
    assertTrue(arrived.getFirst().at().isBefore(begin.plus(Duration.ofMinutes(6))));
  }

  @Test
  void weeklyIsOnItsDay() {
    Subscription weekly = post.subscribe(1, s -> s.setRhythm(Rhythm.WEEKLY).setWeekday(1));
    post.happened(weekly, "a");

    post.work(Duration.ofDays(8));

    assertEquals(1, arrived.size());
    assertTrue(within(arrived.getFirst().at(), "2026-11-23T08:00:00Z"), arrived.toString());
  }

  @Test
  void whatIsTrendingComesOnceToo() {
    post.trends =
        window ->
            Optional.of(
                new TrendList(
                    now(),
                    window,
                    Optional.of(now()),
                    false,
                    List.of(trend("hot"), trend("found"))));
    Subscription daily = post.subscribe(1, s -> s.setTrending(true));
    post.happened(daily, "found");

    post.work(Duration.ofDays(3));

    assertEquals(
        List.of(List.of("Paper found", "Paper hot")),
        arrived.stream().map(Arrived::titles).toList());
    assertEquals(
        "+7 votes",
        arrived.getFirst().parcel().digest().sections().getLast().papers().getFirst().why());
  }

  private static Trend trend(String paper) {
    return new Trend(paper, 1, new Gains(7, 0, 0), false, false, 1);
  }

  @Test
  void papersThatAreGoneAreNotTold() {
    Subscription daily = post.subscribe(1, s -> s);
    post.happened(daily, "gone-a");

    post.work(Duration.ofDays(2));

    assertEquals(List.of(), arrived);
  }

  @Test
  void whatIsNotTakenIsTriedAgainLater() {
    answers.addAll(List.of(BUSY, BUSY, BUSY));
    post.happened(post.subscribe(1, s -> s), "a");

    post.work(Duration.ofHours(2));

    assertEquals(1, arrived.size());
    assertFalse(arrived.getFirst().at().isBefore(Instant.parse("2026-11-20T08:07:00Z")));
    assertEquals(3, post.counted("paperflow.notifier.deliveries", "outcome", "later"));
    assertEquals(0, post.counted("paperflow.notifier.repeats"));
  }

  @Test
  void whatIsNeverTakenIsADeadLetterAndComesWithTheNextDelivery() {
    answers.addAll(Collections.nCopies(Settlement.MOST_TRIES, BUSY));
    Subscription daily = post.subscribe(1, s -> s);
    post.happened(daily, "a");

    post.work(Duration.ofDays(5));

    assertEquals(List.of("Paper a"), arrived.getLast().titles());
    var letters = post.committed.of(Topics.DEAD_LETTERS);
    assertEquals(1, letters.size());
    assertEquals("busy", letters.getFirst().headers().get(DeadLetter.CODE));
    assertEquals("12", letters.getFirst().headers().get(DeadLetter.ATTEMPTS));
    assertEquals(daily.getId(), letters.getFirst().key());
  }

  @Test
  void anAddressThatRefusesThreeTimesIsLeftAlone() {
    answers.addAll(Collections.nCopies(50, NOBODY));
    Subscription daily = post.subscribe(1, s -> s);
    post.happened(daily, "a");

    post.work(Duration.ofDays(20));

    assertEquals(47, answers.size());
    assertEquals(3, post.committed.of(Topics.DEAD_LETTERS).size());
    assertEquals(1, post.counted("paperflow.notifier.stopped"));
  }

  @Test
  void whatBreaksOffIsRepeatedOnceUnderTheSameName() {
    answers.add(BROKE_OFF);
    post.happened(post.subscribe(1, s -> s), "a");

    post.work(Duration.ofDays(3));

    assertEquals(2, arrived.size());
    assertEquals(arrived.getFirst().parcel().delivery(), arrived.getLast().parcel().delivery());
    assertEquals(1, post.counted("paperflow.notifier.repeats"));
  }

  @Test
  void whatBreaksOffTwiceIsNotSentAThirdTimeAndTold() {
    answers.addAll(List.of(BROKE_OFF, BROKE_OFF));
    post.happened(post.subscribe(1, s -> s), "a");

    post.work(Duration.ofDays(3));

    assertEquals(2, arrived.size());
    assertEquals(
        "delivery-unknown",
        post.committed.of(Topics.DEAD_LETTERS).getFirst().headers().get(DeadLetter.CODE));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void aKillAtAnyCallRepeatsAtMostOnceAndLosesNothing(int call) {
    Subscription daily = post.subscribe(1, s -> s);
    post.happened(daily, "a");

    boolean ended = post.work(post.lease(Duration.ofDays(2)).breaksAt(call));
    int before = arrived.size();
    post.work(Duration.ofDays(2));

    assertTrue(before <= 1 && arrived.size() >= 1 && arrived.size() <= 2, arrived.toString());
    // What was about to be handed over counts as well: nobody knows that it was not.
    double repeats = post.counted("paperflow.notifier.repeats");
    assertTrue(repeats >= arrived.size() - 1 && repeats <= 1, "repeats " + repeats);
    if (ended) {
      assertEquals(1, arrived.size());
    }
    assertFalse(arrived.stream().anyMatch(one -> !one.titles().equals(List.of("Paper a"))));
  }

  @Test
  void ofWhoEndsItNothingIsKept() {
    Subscription daily = post.subscribe(1, s -> s);
    post.happened(daily, "a");
    post.work(Duration.ofDays(1));
    post.happened(daily, "b");
    post.take(Subscription.newBuilder(daily).setState(SubscriptionState.ENDED).build());

    post.work(Duration.ofDays(1));

    assertEquals(1, arrived.size());
    assertEquals(0, post.committed.newest(Topics.OUTBOX).size());
  }

  /** Another instance may have matched a paper before this one knows of the subscription. */
  @Test
  void whatHappensBeforeTheSubscriptionIsKnownHereIsKept() {
    try (Post elsewhere = new Post(courier)) {
      post.happened(elsewhere.subscribe(1, s -> s), "a");
    }
    post.work(Duration.ofMinutes(5));
    var _ = post.subscribe(1, s -> s);

    post.work(Duration.ofDays(1));

    assertEquals(1, arrived.size());
  }

  @Test
  void pendingOnesGetNothing() {
    post.happened(post.subscribe(1, s -> s.setState(SubscriptionState.PENDING)), "a");

    post.work(Duration.ofDays(1));

    assertEquals(List.of(), arrived);
    assertEquals(0, post.committed.of(Topics.SUBSCRIPTIONS).size());
  }

  @Test
  void whatNobodyConfirmsEndsAfterTwoDays() {
    var _ = post.subscribe(1, s -> s.setState(SubscriptionState.PENDING));

    post.work(Duration.ofDays(3));

    assertEquals(1, post.committed.of(Topics.SUBSCRIPTIONS).size());
  }

  private static boolean within(Instant at, String due) {
    Instant wanted = Instant.parse(due);
    return !at.isBefore(wanted) && at.isBefore(wanted.plusSeconds(60));
  }
}
