package io.paperflow.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * What is to be written, made into batches: items of one key one after the other, those that failed
 * after their wait, as many at once as the store takes. Belongs to the loop's thread.
 */
final class SinkQueue {

  /** A smaller batch waits this long for more while others are being written. */
  private static final Duration LINGER = Duration.ofMillis(100);

  private final SinkSpec.Limits limits;
  private final LongSupplier nanoTime;
  private final StoreLevel level;
  private final KeyedQueue<SinkItem> queue = new KeyedQueue<>(SinkItem::key);
  private final RetryQueue<SinkItem> retries;
  private long lastBatch;

  SinkQueue(SinkSpec.Limits limits, StoreLevel level, LongSupplier nanoTime) {
    this.limits = limits;
    this.nanoTime = nanoTime;
    this.level = level;
    this.retries = new RetryQueue<>(nanoTime);
    this.lastBatch = nanoTime.getAsLong();
  }

  void offer(SinkItem item) {
    queue.offer(item);
  }

  /** Has an item of a batch come again after a wait; its key waits with it. */
  void retry(SinkItem item, Duration wait) {
    retries.add(item, wait);
  }

  /** An item of a batch is finished: the next of its key may follow. */
  void release(SinkItem item) {
    queue.release(item);
  }

  /** Puts those whose wait is over back in their places. */
  void putBackDue() {
    retries.due().forEach(queue::putBack);
  }

  /**
   * The next batch, unless there is nothing to write or waiting for more pays.
   *
   * @param writing whether other batches are being written
   */
  Optional<List<SinkItem>> next(boolean writing) {
    boolean small = queue.readySize() < level.records();
    boolean early = nanoTime.getAsLong() - lastBatch < LINGER.toNanos();
    if (queue.readySize() == 0 || (writing && small && early)) {
      return Optional.empty();
    }
    lastBatch = nanoTime.getAsLong();
    return Optional.of(batch());
  }

  private List<SinkItem> batch() {
    List<SinkItem> batch = new ArrayList<>(Math.min(level.records(), queue.readySize()));
    long bytes = 0;
    while (batch.size() < level.records()) {
      SinkItem next = queue.poll().orElse(null);
      if (next == null) {
        break;
      }
      bytes += next.bytes();
      if (bytes > limits.batchBytes() && !batch.isEmpty()) {
        queue.putBack(next);
        break;
      }
      batch.add(next);
    }
    return batch;
  }

  /** Forgets the items that were given up. */
  void removeGivenUp() {
    queue.removeIf(SinkItem::givenUp);
    retries.removeIf(SinkItem::givenUp).forEach(queue::release);
  }

  /** Items that wait to be put into a batch; those that wait for another try are not counted. */
  int size() {
    return queue.size();
  }
}
