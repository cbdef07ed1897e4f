package io.paperflow.enricher.watch;

import io.paperflow.schemas.StarCount;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Counts of stars over time, of which growth is read: one a day of the last two weeks, one a week
 * of half a year, one a month before; at most 60. Of each span the first count is kept, so that the
 * same counts are kept whenever one looks. Pure.
 */
final class StarSeries {

  static final int MOST = 60;

  private static final int DAYS = 14;
  private static final int WEEKLY_DAYS = 182;

  private StarSeries() {}

  /**
   * A series with a count more; the newest of a day stays.
   *
   * @param series oldest first
   */
  static List<StarCount> with(List<StarCount> series, LocalDate day, int stars) {
    List<StarCount> kept = new ArrayList<>();
    Set<Long> spans = new HashSet<>();
    for (StarCount count : series) {
      if (count.getDay().isBefore(day) && spans.add(span(count.getDay(), day))) {
        kept.add(count);
      }
    }
    kept.add(StarCount.newBuilder().setDay(day).setStars(stars).build());
    return List.copyOf(kept.subList(Math.max(0, kept.size() - MOST), kept.size()));
  }

  /** Spans of different lengths have numbers of different signs or sizes. */
  private static long span(LocalDate of, LocalDate now) {
    long age = ChronoUnit.DAYS.between(of, now);
    if (age <= DAYS) {
      return of.toEpochDay();
    }
    return age <= WEEKLY_DAYS
        ? -1 - Math.floorDiv(of.toEpochDay(), 7)
        : -1_000_000L - (of.getYear() * 12L + of.getMonthValue());
  }
}
