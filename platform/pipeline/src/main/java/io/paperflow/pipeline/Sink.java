package io.paperflow.pipeline;

import java.util.List;
import java.util.Optional;

/**
 * A store outside Kafka that takes batches. Writes must be idempotent: after a crash the same items
 * come again. Thread-safe: several batches are written at once, never two items of one key at once.
 *
 * @param <T> the decoded value
 */
public interface Sink<T> {

  /**
   * Writes a batch and returns one verdict for each item, in the items' order. Blocks until all
   * verdicts are known. Retries are the caller's: an item that failed with a transient or overload
   * failure comes again in a later batch, perhaps among others. Trouble with the store is told by
   * verdicts; after an exception the halves of the batch are written apart, and an item that makes
   * a healthy store throw alone is a permanent failure.
   */
  List<Verdict> write(List<Delivery<T>> batch) throws InterruptedException;

  /**
   * Everything that was read is written, and nothing more came for half a second: what the store
   * does to make it visible may be done now instead of later.
   */
  default void caughtUp() throws InterruptedException {}

  /** Whether writes are likely to succeed; empty when they are. Answers within a few seconds. */
  Optional<Failure> check();
}
