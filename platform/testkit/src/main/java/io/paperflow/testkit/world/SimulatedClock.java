package io.paperflow.testkit.world;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands until it is set. Thread-safe. */
public final class SimulatedClock implements InstantSource {

  private volatile Instant now;

  public SimulatedClock(Instant start) {
    now = start;
  }

  @Override
  public Instant instant() {
    return now;
  }

  /** Moves it, also back. */
  public synchronized void set(Instant instant) {
    now = instant;
  }

  /** Moves it on. */
  public synchronized void advance(Duration duration) {
    now = now.plus(duration);
  }
}
