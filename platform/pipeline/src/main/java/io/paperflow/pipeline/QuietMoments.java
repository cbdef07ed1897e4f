package io.paperflow.pipeline;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * When a store should make visible what it was given: soon after the last record, and not too often
 * while records come again and again. Belongs to the loop's thread.
 */
final class QuietMoments {

  /** Longer than the pauses between the transactions of a step that is at work. */
  static final Duration QUIET = Duration.ofMillis(500);

  /** It costs a store as much for one record as for thousands. */
  static final Duration APART = Duration.ofSeconds(3);

  private final LongSupplier nanoTime;
  private boolean written;
  private long takenAt;
  private long lastMoment;

  QuietMoments(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.takenAt = nanoTime.getAsLong();
    this.lastMoment = takenAt - APART.toNanos();
  }

  /** A record was read. */
  void taken() {
    takenAt = nanoTime.getAsLong();
  }

  /** Records were written. */
  void written() {
    written = true;
  }

  /** Whether it is one, told once; to be asked when all that was read is written. */
  boolean isNow() {
    long now = nanoTime.getAsLong();
    boolean quiet = now - takenAt >= QUIET.toNanos() && now - lastMoment >= APART.toNanos();
    if (!written || !quiet) {
      return false;
    }
    written = false;
    lastMoment = now;
    return true;
  }
}
