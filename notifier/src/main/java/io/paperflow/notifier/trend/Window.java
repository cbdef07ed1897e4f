package io.paperflow.notifier.trend;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Over how long gains are counted. */
public enum Window {
  DAY(1),
  WEEK(7),
  MONTH(30);

  private final int days;

  Window(int days) {
    this.days = days;
  }

  /** The window that is called day, week or month. */
  public static Optional<Window> named(String name) {
    return Arrays.stream(values()).filter(window -> window.label().equals(name)).findFirst();
  }

  /** In lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  int days() {
    return days;
  }

  Duration length() {
    return Duration.ofDays(days);
  }
}
