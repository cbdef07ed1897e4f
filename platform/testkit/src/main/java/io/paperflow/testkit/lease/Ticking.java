package io.paperflow.testkit.lease;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time that passes only when somebody waits. Not thread-safe. */
public final class Ticking implements InstantSource {

  private Instant now;

  /**
   * Time from a moment on.
   *
   * @param now in ISO form
   */
  public Ticking(String now) {
    this.now = Instant.parse(now);
  }

  @Override
  public Instant instant() {
    return now;
  }

  /** Lets time pass. */
  public void pass(Duration time) {
    now = now.plus(time);
  }
}
