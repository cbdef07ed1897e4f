package io.paperflow.bench;

import java.io.PrintStream;
import java.time.Duration;

/** Tells how far a benchmark is, on standard error. Thread-safe. */
final class Console {

  private static final Duration INTERVAL = Duration.ofSeconds(2);

  private final PrintStream out;
  private long shownAt = System.nanoTime();

  Console(PrintStream out) {
    this.out = out;
  }

  /** Prints a line. */
  synchronized void say(String line) {
    out.println(line);
    shownAt = System.nanoTime();
  }

  /** Prints a line unless there was one a moment ago. */
  synchronized void show(String line) {
    if (System.nanoTime() - shownAt > INTERVAL.toNanos()) {
      say(line);
    }
  }
}
