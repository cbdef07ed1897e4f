package io.paperflow.notifier.trend;

/**
 * The score of a paper:
 *
 * <pre>
 * (ln(1 + votes) + ln(1 + comments) + ln(1 + stars) + ln 2 if it has code) / (age / days + 2)^1.5
 * </pre>
 *
 * with what it gained within the window, its age in hours and the window's length in days, so that
 * a week's list is to a paper of the week what a day's list is to one of the day. Computed with
 * {@link StrictMath}: the same everywhere, to the last digit.
 */
final class TrendScore {

  private static final double GRAVITY = 1.5;
  private static final double HEAD_START = 2;

  private TrendScore() {}

  static double of(Gains gains, boolean hasCode, double ageHours, Window window) {
    double rise =
        StrictMath.log1p(gains.votes())
            + StrictMath.log1p(gains.comments())
            + StrictMath.log1p(gains.stars())
            + (hasCode ? StrictMath.log1p(1) : 0);
    return rise / StrictMath.pow(ageHours / window.days() + HEAD_START, GRAVITY);
  }
}
