package io.paperflow.notifier.outbox;

import io.paperflow.schemas.Rhythm;
import io.paperflow.schemas.Subscription;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** When deliveries are due. */
final class Schedule {

  /** What arrives together is told together, also at once. */
  private static final Duration TOGETHER = Duration.ofSeconds(20);

  private Schedule() {}

  /**
   * The moment for which a delivery is due now; empty when none is.
   *
   * @param lastDue the last such moment that is done with
   */
  static Optional<Instant> due(Subscription subscription, Optional<Instant> lastDue, Instant now) {
    Instant after = lastDue.orElseGet(subscription::getSince);
    if (subscription.getRhythm() == Rhythm.AT_ONCE) {
      return Optional.of(now).filter(_ -> !now.isBefore(after.plus(TOGETHER)));
    }
    return Optional.of(latest(subscription, now)).filter(due -> due.isAfter(after));
  }

  /** The last moment of a daily or weekly rhythm. An hour that a day skips comes an hour later. */
  private static Instant latest(Subscription subscription, Instant now) {
    ZonedDateTime here = now.atZone(zone(subscription.getZone()));
    LocalDate day = here.toLocalDate();
    boolean weekly = subscription.getRhythm() == Rhythm.WEEKLY;
    if (weekly) {
      day = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.of(subscription.getWeekday())));
    }
    Instant due = at(subscription, day, here.getZone());
    return due.isAfter(now) ? at(subscription, day.minusDays(weekly ? 7 : 1), here.getZone()) : due;
  }

  private static Instant at(Subscription subscription, LocalDate day, ZoneId zone) {
    return day.atTime(subscription.getHour(), 0).atZone(zone).toInstant();
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException _) {
      return ZoneOffset.UTC; // It was checked when it was made; zones are dropped now and then.
    }
  }
}
