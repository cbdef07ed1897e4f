package io.paperflow.pipeline;

/**
 * How many records may be on their way to a store: additive increase, multiplicative decrease (Chiu
 * and Jain 1989), between a smallest and a largest window. Not thread-safe.
 */
final class AimdWindow {

  private static final int STEPS_TO_FULL = 10;

  private final int least;
  private final int most;
  private int size;

  /** A window that starts fully open. */
  AimdWindow(int least, int most) {
    this.least = least;
    this.most = most;
    this.size = most;
  }

  int size() {
    return size;
  }

  /** The store asked for less. */
  void overloaded() {
    size = Math.max(least, size / 2);
  }

  /** The store took a batch. */
  void accepted() {
    size = Math.min(most, size + Math.max(1, most / STEPS_TO_FULL));
  }
}
