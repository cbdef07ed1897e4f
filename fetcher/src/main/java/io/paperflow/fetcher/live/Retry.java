package io.paperflow.fetcher.live;

import io.paperflow.fetcher.source.Trouble;
import io.paperflow.pipeline.Backoff;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** When a step that failed is tried again. */
final class Retry {

  private static final Backoff PASSING = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(15));

  /** A person must act first; still, nobody should have to tell when that is done. */
  private static final Backoff LASTING = new Backoff(Duration.ofMinutes(1), Duration.ofHours(1));

  private final RandomGenerator random;

  Retry(RandomGenerator random) {
    this.random = random;
  }

  /**
   * The time of the next try.
   *
   * @param failures in a row, from 1
   */
  Instant after(Trouble trouble, int failures, Instant now) {
    Backoff backoff = trouble.cause() == Trouble.Cause.PERMANENT ? LASTING : PASSING;
    Instant own = now.plus(backoff.after(failures, random));
    return trouble
        .retryAt()
        .filter(at -> at.isAfter(now))
        .map(at -> later(trouble, at, own))
        .orElse(own);
  }

  /** A host that names a time to be silent until is taken by its word. */
  private static Instant later(Trouble trouble, Instant named, Instant own) {
    return trouble.cause() == Trouble.Cause.OVERLOAD || named.isAfter(own) ? named : own;
  }
}
