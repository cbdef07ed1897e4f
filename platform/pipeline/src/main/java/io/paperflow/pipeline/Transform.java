package io.paperflow.pipeline;

/**
 * A pure step from one record to records of another topic. Thread-safe: records of different keys
 * are transformed at the same time, those of one key one after the other.
 *
 * @param <I> the decoded input
 * @param <O> the output values
 */
@FunctionalInterface
public interface Transform<I, O> {

  /**
   * Transforms one record. An exception, also a StackOverflowError, counts as a permanent failure.
   */
  Outcome<O> apply(Delivery<I> input);
}
