package io.paperflow.pipeline;

import java.util.List;

/**
 * What a sink loop does.
 *
 * @param name the consumer group, also the stage in dead letters and metrics
 * @param input the topic to read
 * @param codec reads its values
 * @param deadLetters the topic for what cannot be handled
 * @param sink the store
 * @param limits how much is written at once
 * @param topics all topics the loop needs, created where they are missing
 */
public record SinkSpec<T>(
    String name,
    String input,
    Codec<T> codec,
    String deadLetters,
    Sink<T> sink,
    Limits limits,
    List<TopicSpec> topics) {

  public SinkSpec {
    topics = List.copyOf(topics);
  }

  /**
   * How much is written at once.
   *
   * @param batchRecords most records of a batch, from 1
   * @param batchBytes most encoded bytes of a batch; a larger record is a batch of its own
   * @param writers batches written at once, from 1
   */
  public record Limits(int batchRecords, int batchBytes, int writers) {

    /** Records that may be read and not finished: enough that a writer never waits for a batch. */
    int buffered() {
      return batchRecords * (writers + 2);
    }

    /** Their bytes. */
    long bufferedBytes() {
      return (long) batchBytes * (writers + 2);
    }
  }
}
