package io.paperflow.pipeline;

import java.time.Instant;

/**
 * Takes all that is written to a topic. Called on one thread.
 *
 * @param <T> the decoded value
 */
public interface History<T> {

  /** All that was taken will come again from the first record on. */
  void clear();

  /** Takes a record; those of one key come in their order. */
  void take(Delivery<T> record);

  /** All that the brokers took before this moment has been taken. */
  void complete(Instant until);
}
