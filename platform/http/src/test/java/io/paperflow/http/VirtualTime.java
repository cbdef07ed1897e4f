package io.paperflow.http;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;

/** Time that passes only when something waits. For one thread. */
final class VirtualTime implements Time {

  static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private Instant now = START;
  private Duration wallOffset = Duration.ZERO;

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public Instant wall() {
    return now.plus(wallOffset);
  }

  @Override
  public void await(Condition signal, Instant until) {
    if (until.equals(Instant.MAX)) {
      throw new IllegalStateException("nobody is there who could end this wait");
    }
    now = until;
  }

  void pass(Duration span) {
    now = now.plus(span);
  }

  /** Somebody sets the clock on the wall. */
  void setWall(Duration later) {
    wallOffset = wallOffset.plus(later);
  }
}
