package io.paperflow.pipeline;

import java.time.Duration;

/**
 * Until when it is certain that no other instance was given this one's partitions. The brokers wait
 * a session's length after a member's last sign of life; a commit of an offset is one, and its
 * success says that it arrived, so the certainty ends a session after it was sent, less a tenth for
 * clocks that run apart. Thread-safe.
 */
final class LeaseProof {

  private final long lastsNanos;
  private long until = System.nanoTime();

  LeaseProof(Duration session) {
    this.lastsNanos = session.toNanos() / 10 * 9;
  }

  /** The brokers have confirmed what was asked then, in {@link System#nanoTime}. */
  synchronized void given(long askedAt) {
    until = askedAt + lastsNanos;
    notifyAll();
  }

  synchronized boolean holds() {
    return until - System.nanoTime() > 0;
  }

  /** Waits for a proof, at most so long. */
  synchronized void await(Duration longest) throws InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    long left = longest.toMillis();
    while (!holds() && left > 0) {
      wait(left);
      left = Duration.ofNanos(end - System.nanoTime()).toMillis();
    }
  }
}
