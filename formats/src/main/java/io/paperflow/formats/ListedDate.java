package io.paperflow.formats;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as the Daily Papers page shows them: {@code Jun 29}, of older years {@code Mar 8, 2024}.
 */
final class ListedDate {

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  /** A date, as part of another pattern. */
  static final String PATTERN =
      "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\\.? \\d{1,2}(?:, \\d{4})?";

  private static final Pattern WITH_YEAR =
      Pattern.compile("([A-Z][a-z]{2})[a-z]*\\.? (\\d{1,2}), (\\d{4})");

  private ListedDate() {}

  /** The date in a line; without its year it is none. */
  static Optional<LocalDate> in(String line) {
    Matcher date = WITH_YEAR.matcher(line);
    if (!date.find()) {
      return Optional.empty();
    }
    int month = MONTHS.indexOf(Text.lower(date.group(1))) + 1;
    try {
      return Optional.of(
          LocalDate.of(Integer.parseInt(date.group(3)), month, Integer.parseInt(date.group(2))));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
