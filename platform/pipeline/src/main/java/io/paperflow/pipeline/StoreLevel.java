package io.paperflow.pipeline;

import java.time.Duration;

/**
 * How much a store is given at once: the size of batches, and how many are written side by side,
 * find the level at which it takes them, and takes them in time. Belongs to the loop's thread.
 */
final class StoreLevel {

  /** A store that takes longer for a batch has more at once than it can do well. */
  static final Duration SLOW = Duration.ofSeconds(5);

  private static final int SMALLEST_BATCH = 10;

  /** A few refused items are the store's queue at its brim; a tenth and more is a call for less. */
  private static final int OVERLOADED_SHARE = 10;

  private final AimdWindow records;
  private final AimdWindow writers;
  private final int mostRecords;

  /** Begins with as much as the limits allow. */
  StoreLevel(SinkSpec.Limits limits) {
    this.mostRecords = limits.batchRecords();
    this.records = new AimdWindow(Math.min(SMALLEST_BATCH, mostRecords), mostRecords);
    this.writers = new AimdWindow(1, limits.writers());
  }

  /**
   * What became of a batch decides how large the next ones are. First the batches grow again, then
   * their number: one large batch costs a store less than two small ones.
   *
   * @param took from the beginning of the write to its verdicts
   */
  void written(int items, int accepted, int refusedByOverload, Duration took) {
    if (refusedByOverload * OVERLOADED_SHARE >= items || took.compareTo(SLOW) > 0) {
      records.overloaded();
      writers.overloaded();
    } else if (accepted > 0) {
      if (records.size() == mostRecords) {
        writers.accepted();
      }
      records.accepted();
    }
  }

  /** Most records of the next batch. */
  int records() {
    return records.size();
  }

  /** Batches that may be written side by side. */
  int writers() {
    return writers.size();
  }
}
