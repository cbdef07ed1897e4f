package io.paperflow.enricher.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.schemas.StarCount;
import io.paperflow.schemas.StarGrowth;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class StarSeriesTest {

  private static final LocalDate START = LocalDate.of(2024, 1, 1);

  @Property(tries = 200)
  void aSeriesIsShortInOrderAndEndsWithTheNewest(
      @ForAll @Size(min = 1, max = 400) List<@IntRange(min = 0, max = 9) Integer> gaps) {
    List<StarCount> series = List.of();
    LocalDate day = START;
    List<StarCount> all = new ArrayList<>();
    for (int gap : gaps) {
      day = day.plusDays(gap);
      StarCount count = StarCount.newBuilder().setDay(day).setStars(all.size()).build();
      all.add(count);
      series = StarSeries.with(series, day, count.getStars());
      assertEquals(count, series.getLast());
    }
    assertTrue(series.size() <= StarSeries.MOST);
    assertTrue(all.containsAll(series), "only what was counted");
    List<LocalDate> days = series.stream().map(StarCount::getDay).toList();
    assertEquals(days.stream().sorted().distinct().toList(), days);
    LocalDate last = day;
    long young =
        all.stream()
            .map(StarCount::getDay)
            .filter(d -> !d.isBefore(last.minusDays(13)))
            .distinct()
            .count();
    assertTrue(series.size() >= young, "every day of the last two weeks");
  }

  @Test
  void twoYearsOfDailyCountsStayInReach() {
    List<StarCount> series = List.of();
    for (int i = 0; i < 730; i++) {
      series = StarSeries.with(series, START.plusDays(i), i);
    }
    assertTrue(series.getFirst().getStars() <= 31, "from the first month on");
    assertTrue(series.size() > 50, "with " + series.size() + " counts");
  }

  @Test
  void growthIsThatOfTheLastTwoWeeks() {
    List<StarCount> series = List.of();
    series = StarSeries.with(series, START, 1000);
    series = StarSeries.with(series, START.plusDays(100), 1000);
    series = StarSeries.with(series, START.plusDays(107), 1014);
    assertEquals(14, StarGrowth.perWeek(series), 1e-9);
    assertEquals(0, StarGrowth.perWeek(List.of()));
    assertEquals(0, StarGrowth.perWeek(series.subList(0, 1)));
  }
}
