package io.paperflow.fetcher.live;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time that passes only when somebody waits. */
final class Ticking implements InstantSource {

  private Instant now;

  Ticking(String now) {
    this.now = Instant.parse(now);
  }

  @Override
  public Instant instant() {
    return now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }
}
