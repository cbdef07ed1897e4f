package io.paperflow.pipeline;

import java.util.List;
import java.util.Map;

/** What a transform made of a record. */
public sealed interface Outcome<O> {

  /**
   * The record was read; parts of it may have been rejected.
   *
   * @param outputs in the order in which they are to be written
   * @param rejected parts which go to dead letters
   */
  record Transformed<O>(List<Output<O>> outputs, List<Rejected> rejected) implements Outcome<O> {
    public Transformed {
      outputs = List.copyOf(outputs);
      rejected = List.copyOf(rejected);
    }
  }

  /** The whole record failed; the category decides what happens next. */
  record Failed<O>(Failure failure) implements Outcome<O> {}

  /**
   * One output record.
   *
   * @param key the message key
   * @param partitionKey what alone decides the partition
   * @param headers set over those of the input, which travel on
   */
  record Output<O>(String key, String partitionKey, O value, Map<String, String> headers) {
    public Output {
      headers = Map.copyOf(headers);
    }
  }

  /**
   * A part of the input that could not be read.
   *
   * @param failure why
   * @param value what goes to dead letters, encoded like the input so that it can be replayed
   */
  @SuppressWarnings("ArrayRecordComponent") // Bytes on their way to a producer, never compared.
  record Rejected(Failure failure, byte[] value) {}
}
