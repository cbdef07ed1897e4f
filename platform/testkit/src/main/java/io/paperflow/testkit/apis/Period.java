package io.paperflow.testkit.apis;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The days of a list of Daily Papers, both included. */
record Period(String type, LocalDate first, LocalDate last) {

  /** A day, a week or a month as the API names it; empty when it is none or has not begun. */
  static Optional<Period> parse(String type, String value, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    try {
      return Optional.of(parse(type, value)).filter(p -> !p.first().isAfter(today));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Period parse(String type, String value) {
    return switch (type) {
      case "date" -> {
        LocalDate day = LocalDate.parse(value);
        yield new Period(type, day, day);
      }
      case "week" -> {
        LocalDate monday = LocalDate.parse(value + "-1", DateTimeFormatter.ISO_WEEK_DATE);
        yield new Period(type, monday, monday.with(DayOfWeek.SUNDAY));
      }
      default -> {
        YearMonth month = YearMonth.parse(value);
        yield new Period(type, month.atDay(1), month.atEndOfMonth());
      }
    };
  }
}
