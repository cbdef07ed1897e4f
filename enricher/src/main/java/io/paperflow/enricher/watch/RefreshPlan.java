package io.paperflow.enricher.watch;

import io.paperflow.schemas.StarGrowth;
import java.time.Duration;
import java.time.Instant;

/**
 * When a repository is looked at again: what is new or rises daily, what is old seldom, what is
 * promised daily until it is there. Never within the hour. Pure.
 */
final class RefreshPlan {

  /** Between two looks at one repository. */
  static final Duration LEAST = Duration.ofHours(1);

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration MONTH = Duration.ofDays(30);

  /** Papers of this age are looked for. */
  private static final Duration YOUNG = Duration.ofDays(30);

  private static final Duration MIDDLE = Duration.ofDays(180);

  /** Stars a week which show that people look at it now. */
  private static final double RISING = 20;

  private RefreshPlan() {}

  /**
   * After it was seen.
   *
   * @param newestPaper the time of the newest paper that names it
   * @param starsPerWeek as {@link StarGrowth#perWeek} reads them
   */
  static Duration afterKnown(Instant newestPaper, double starsPerWeek, Instant now) {
    Duration age = Duration.between(newestPaper, now);
    if (age.compareTo(YOUNG) < 0 || starsPerWeek >= RISING) {
      return DAY;
    }
    return age.compareTo(MIDDLE) < 0 ? WEEK : MONTH;
  }

  /**
   * After the forge said that it is not there, or would not say.
   *
   * @param failures looks in a row for which that was so, from 1
   * @param promised whether a paper says that it will come
   */
  static Duration afterMissed(Instant newestPaper, int failures, boolean promised, Instant now) {
    Duration age = Duration.between(newestPaper, now);
    if (promised && age.compareTo(MIDDLE) < 0) {
      return DAY;
    }
    if (promised) {
      return WEEK;
    }
    Duration doubled = DAY.multipliedBy(1L << Math.min(failures - 1, 5));
    return doubled.compareTo(MONTH) < 0 ? doubled : MONTH;
  }
}
