package io.paperflow.fetcher.sources.huggingface;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.paperflow.fetcher.sources.huggingface.DailyList.Day;
import io.paperflow.fetcher.sources.huggingface.DailyList.Month;
import io.paperflow.fetcher.sources.huggingface.DailyList.Trending;
import io.paperflow.fetcher.sources.huggingface.DailyList.Week;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DailyListTest {

  @Test
  void weeksAreThoseOfIso() {
    assertEquals("2026-W53", Week.of(LocalDate.of(2027, 1, 3)).toString());
    assertEquals("2026-W01", Week.of(LocalDate.of(2025, 12, 29)).toString());
  }

  @Test
  void aListIsReadFromItsText() {
    LocalDate day = LocalDate.of(2026, 3, 9);
    for (DailyList list :
        List.of(new Day(day), Week.of(day), new Month(YearMonth.from(day)), new Trending())) {
      assertEquals(Optional.of(list), DailyList.parse(list.toString()));
    }
    assertEquals(Optional.empty(), DailyList.parse("2026-13-01"));
    assertEquals(Optional.empty(), DailyList.parse("yesterday"));
  }
}
