package io.paperflow.fetcher.source;

import java.time.Duration;

/** Durations for people. */
public final class Times {

  private Times() {}

  /** In the two largest units: {@code 45s}, {@code 15m}, {@code 2h30m}, {@code 3d4h}. */
  public static String brief(Duration duration) {
    if (duration.toDays() > 0) {
      return duration.toDays() + "d" + some(duration.toHoursPart(), "h");
    }
    if (duration.toHours() > 0) {
      return duration.toHours() + "h" + some(duration.toMinutesPart(), "m");
    }
    if (duration.toMinutes() > 0) {
      return duration.toMinutes() + "m" + some(duration.toSecondsPart(), "s");
    }
    return duration.toSeconds() + "s";
  }

  private static String some(int count, String unit) {
    return count == 0 ? "" : count + unit;
  }
}
