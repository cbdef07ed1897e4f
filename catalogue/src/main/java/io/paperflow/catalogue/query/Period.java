package io.paperflow.catalogue.query;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A day, a week or a month of daily lists.
 *
 * @param first its first day; of a week the Monday, as ISO 8601 has it
 */
public record Period(Unit unit, LocalDate first) {

  /** How long it is. */
  public enum Unit {
    DAY,
    WEEK,
    MONTH
  }

  /** Years of which lists may be. */
  private static final Pattern FORM = Pattern.compile("[12]\\d{3}-(?:\\d\\d(?:-\\d\\d)?|W\\d\\d)");

  private static final int WEEK_LENGTH = 8;

  public Period {
    first =
        switch (unit) {
          case DAY -> first;
          case WEEK -> first.with(WeekFields.ISO.dayOfWeek(), 1);
          case MONTH -> first.with(TemporalAdjusters.firstDayOfMonth());
        };
  }

  /** What a text such as 2026-11-20, 2026-W47 or 2026-11 names; empty when it names none. */
  public static Optional<Period> named(String text) {
    if (!FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      if (text.indexOf('W') >= 0) {
        Period week =
            new Period(Unit.WEEK, LocalDate.parse(text + "-1", DateTimeFormatter.ISO_WEEK_DATE));
        return Optional.of(week).filter(period -> period.name().equals(text));
      }
      return Optional.of(
          text.length() < WEEK_LENGTH
              ? new Period(Unit.MONTH, YearMonth.parse(text).atDay(1))
              : new Period(Unit.DAY, LocalDate.parse(text)));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /** As {@link #named} reads it. */
  public String name() {
    return switch (unit) {
      case DAY -> first.toString();
      case WEEK ->
          "%d-W%02d"
              .formatted(
                  first.get(WeekFields.ISO.weekBasedYear()),
                  first.get(WeekFields.ISO.weekOfWeekBasedYear()));
      case MONTH -> YearMonth.from(first).toString();
    };
  }

  /** The last day of it. */
  public LocalDate last() {
    return next().first.minusDays(1);
  }

  /** The one after it. */
  public Period next() {
    return new Period(
        unit,
        switch (unit) {
          case DAY -> first.plusDays(1);
          case WEEK -> first.plusWeeks(1);
          case MONTH -> first.plusMonths(1);
        });
  }

  /** The one before it. */
  public Period previous() {
    return new Period(
        unit,
        switch (unit) {
          case DAY -> first.minusDays(1);
          case WEEK -> first.minusWeeks(1);
          case MONTH -> first.minusMonths(1);
        });
  }

  /** The day, week or month that begins on, or holds, the last day of this one. */
  public Period as(Unit other) {
    return new Period(other, last());
  }

  /** The papers that were on a daily list then, those with the most votes first. */
  public SearchRequest request(int size, Optional<Cursor> cursor) {
    return new SearchRequest(
        SearchText.parse("listed:" + first + ".." + last()),
        Filters.NONE,
        Order.VOTES,
        size,
        cursor);
  }
}
