package io.paperflow.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.Condition;

/** Time that only goes forward, and waiting in it. Thread-safe. */
interface Time {

  /** For spans alone: does not follow the clock on the wall when that is set. */
  Instant now();

  /** The clock on the wall. */
  Instant wall();

  /** Waits until a moment of {@link #now} or a signal, whichever is first. */
  void await(Condition signal, Instant until) throws InterruptedException;

  /** The moment on the wall at which another of {@link #now} comes. */
  default Instant wall(Instant moment) {
    return wall().plus(Duration.between(now(), moment));
  }

  /** The moment of {@link #now} at which another on the wall comes. */
  default Instant steady(Instant moment) {
    return now().plus(Duration.between(wall(), moment));
  }

  static Time system(InstantSource wall) {
    Instant start = wall.instant();
    long startNanos = System.nanoTime();
    return new Time() {
      @Override
      public Instant now() {
        return start.plusNanos(System.nanoTime() - startNanos);
      }

      @Override
      public Instant wall() {
        return wall.instant();
      }

      @Override
      @SuppressWarnings("WaitNotInLoop") // Whoever waits looks again, and so loops.
      public void await(Condition signal, Instant until) throws InterruptedException {
        if (until.equals(Instant.MAX)) {
          signal.await();
        } else {
          var _ = signal.awaitNanos(Duration.between(now(), until).toNanos());
        }
      }
    };
  }
}
