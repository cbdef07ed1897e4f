package io.paperflow.catalogue.query;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/** Days, months and years as people write them: 2026-03-18, 2026-03 and 2026. */
public final class Days {

  /** Years of which papers may be; with others Elasticsearch and ISO 8601 disagree on the form. */
  private static final Pattern FORM = Pattern.compile("[12]\\d{3}(-\\d\\d){0,2}");

  private static final SpanReader<LocalDate> SPANS =
      new SpanReader<>(Days::named, day -> day.minusDays(1), day -> day.plusDays(1));

  private Days() {}

  /** The first and the last of the days that the text names; empty when it names none. */
  public static Optional<Span<LocalDate>> named(String text) {
    if (!FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          switch (text.length()) {
            case 4 -> Span.of(Year.parse(text).atDay(1), Year.parse(text).atMonth(12).atDay(31));
            case 7 -> Span.of(YearMonth.parse(text).atDay(1), YearMonth.parse(text).atEndOfMonth());
            default -> Span.of(LocalDate.parse(text), LocalDate.parse(text));
          });
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /** The span of days that a text such as {@code 2026-01..2026-03} or {@code >2025} names. */
  static Optional<Span<LocalDate>> span(String text) {
    return SPANS.read(text);
  }
}
