package io.paperflow.fetcher.sources.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.fetcher.sources.page.DayRhythm.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DayRhythmTest {

  private static final DayRhythm RHYTHM =
      new DayRhythm(List.of(new Stage(1, Duration.ZERO), new Stage(4, Duration.ofHours(6))));

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 9);

  @Test
  void youngDaysAreReadInEachPassAndOlderOnesOncePerInterval() {
    List<LocalDate> young = List.of(TODAY, TODAY.minusDays(1));
    List<LocalDate> all = TODAY.minusDays(4).datesUntil(TODAY.plusDays(1)).toList().reversed();
    assertEquals(young, days("2026-03-09T07:00:00Z", "2026-03-09T07:05:00Z"));
    assertEquals(young, days("2026-03-09T06:00:00Z", "2026-03-09T11:59:00Z"));
    assertEquals(all, days("2026-03-09T11:59:00Z", "2026-03-09T12:04:00Z"));
  }

  @Test
  void afterDowntimeEveryDaySinceTheLastPassIsRead() {
    assertEquals(
        LocalDate.of(2025, 12, 31).datesUntil(TODAY.plusDays(1)).toList().reversed(),
        days("2025-12-31T23:59:00Z", "2026-03-09T00:01:00Z"));
  }

  @Property(tries = 200)
  void whateverThePassesEachDayIsReadAfterItsEndAndOncePerInterval(
      @ForAll @Size(max = 60) List<@IntRange(min = 1, max = 2_000) Integer> minutesBetweenPasses) {
    Instant last = Instant.parse("2026-03-01T00:00:00Z");
    LocalDate watched = LocalDate.of(2026, 3, 2);
    Instant end = Instant.parse("2026-03-03T00:00:00Z");
    List<Instant> readings = new ArrayList<>();
    for (int minutes : minutesBetweenPasses) {
      Instant pass = last.plus(Duration.ofMinutes(minutes));
      if (RHYTHM.days(last, pass).contains(watched)) {
        readings.add(pass);
      }
      last = pass;
    }
    if (!last.isBefore(end)) {
      assertTrue(readings.stream().anyMatch(reading -> !reading.isBefore(end)));
    }
    // While the day is at most four days old, no interval of six hours that had a pass was left
    // out.
    Instant old = Instant.parse("2026-03-07T00:00:00Z");
    Instant pass = Instant.parse("2026-03-01T00:00:00Z");
    for (int minutes : minutesBetweenPasses) {
      Instant before = pass;
      pass = pass.plus(Duration.ofMinutes(minutes));
      boolean newInterval = before.getEpochSecond() / 21_600 != pass.getEpochSecond() / 21_600;
      if (newInterval && pass.isBefore(old) && !pass.isBefore(end)) {
        assertTrue(readings.contains(pass), "not read at " + pass);
      }
    }
  }

  private static List<LocalDate> days(String last, String pass) {
    return RHYTHM.days(Instant.parse(last), Instant.parse(pass));
  }
}
