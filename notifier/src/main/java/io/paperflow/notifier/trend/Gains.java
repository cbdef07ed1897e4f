package io.paperflow.notifier.trend;

/**
 * What a paper gained within a window; losses count as nothing.
 *
 * @param votes on daily lists
 * @param comments there
 * @param stars of its own repositories together
 */
public record Gains(int votes, int comments, int stars) {

  boolean any() {
    return votes > 0 || comments > 0 || stars > 0;
  }
}
