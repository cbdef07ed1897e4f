package io.paperflow.standalone;

import java.time.Duration;

/** Waits for conditions, patiently: a loaded machine is slow, and no failure. */
final class Await {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration LOOK = Duration.ofMillis(10);

  private Await() {}

  /** What is waited for. */
  @FunctionalInterface
  interface Condition {
    boolean holds() throws Exception;
  }

  /** Returns once the condition holds; fails, naming it, when it does not for some minutes. */
  static void until(String what, Condition condition) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not within " + PATIENCE.toMinutes() + " minutes: " + what);
      }
      Thread.sleep(LOOK);
    }
  }
}
