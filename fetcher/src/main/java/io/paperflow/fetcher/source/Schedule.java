package io.paperflow.fetcher.source;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;

/** When a source is read. */
public sealed interface Schedule {

  /** The first time after a moment. */
  Instant after(Instant moment);

  /**
   * Again and again.
   *
   * @param interval from the beginning of one pass to that of the next, longer than zero
   */
  record Every(Duration interval) implements Schedule {

    public Every {
      if (!interval.isPositive()) {
        throw new IllegalArgumentException("an interval must be longer than zero: " + interval);
      }
    }

    @Override
    public Instant after(Instant moment) {
      return moment.plus(interval);
    }

    @Override
    public String toString() {
      return "every " + Times.brief(interval);
    }
  }

  /**
   * On some days of the week after a time of day of the source's own zone, whatever its clocks do:
   * a time that a change of clocks leaves out is taken as much later as the clocks jump, one that
   * comes twice is the earlier.
   *
   * @param time of day
   * @param zone where that is
   * @param days on which, not empty
   * @param delay how much later the source has what it announces then
   */
  record Daily(LocalTime time, ZoneId zone, Set<DayOfWeek> days, Duration delay)
      implements Schedule {

    public Daily {
      days = Set.copyOf(EnumSet.copyOf(days));
    }

    @Override
    public Instant after(Instant moment) {
      LocalDate day = LocalDate.ofInstant(moment.minus(delay), zone).minusDays(1);
      while (true) {
        Instant at = day.atTime(time).atZone(zone).toInstant().plus(delay);
        if (days.contains(day.getDayOfWeek()) && at.isAfter(moment)) {
          return at;
        }
        day = day.plusDays(1);
      }
    }

    @Override
    public String toString() {
      String which =
          days.size() == DayOfWeek.values().length ? "daily" : days.size() + " days a week";
      return which + " " + time + " " + zone + (delay.isZero() ? "" : " + " + Times.brief(delay));
    }
  }
}
