package io.paperflow.testkit.world;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;

/** Identifiers of the form {@code YYMM.NNNNN}, counted in each month. */
final class NewIds {

  /** The first days of the first month have ids with leading zeros. */
  private static final int FIRST = 730;

  private final Map<YearMonth, Integer> last = new HashMap<>();

  String next(LocalDate day) {
    int number = last.merge(YearMonth.from(day), FIRST, (before, _) -> before + 1);
    return "%02d%02d.%05d".formatted(day.getYear() % 100, day.getMonthValue(), number);
  }
}
