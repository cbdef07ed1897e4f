package io.paperflow.schemas;

import java.time.temporal.ChronoUnit;
import java.util.List;

/** How fast a repository gains stars. */
public final class StarGrowth {

  private static final int DAYS = 14;

  private StarGrowth() {}

  /**
   * Stars a week over the last two weeks of a series, or over what is known of them; 0 when that is
   * less than a day; negative when stars were taken back.
   *
   * @param series oldest first
   */
  public static double perWeek(List<StarCount> series) {
    if (series.isEmpty()) {
      return 0;
    }
    StarCount last = series.getLast();
    StarCount first =
        series.stream()
            .filter(count -> ChronoUnit.DAYS.between(count.getDay(), last.getDay()) <= DAYS)
            .findFirst()
            .orElse(last);
    long days = ChronoUnit.DAYS.between(first.getDay(), last.getDay());
    return days == 0 ? 0 : 7.0 * (last.getStars() - first.getStars()) / days;
  }
}
