package io.paperflow.pipeline;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record that could not be handled.
 *
 * @param partition of the dead-letter topic
 * @param offset of the dead-letter topic
 * @param key the original key, empty when there was none
 * @param value the original bytes
 * @param headers the original headers and those named here
 */
@SuppressWarnings("ArrayRecordComponent") // Bytes to show or replay, never compared.
public record DeadLetter(
    int partition, long offset, byte[] key, byte[] value, Map<String, String> headers) {

  static final String PREFIX = "paperflow-dead-";

  /** The stage that gave up, such as parser. */
  public static final String STAGE = PREFIX + "stage";

  /** {@link Failure#code()}. */
  public static final String CODE = PREFIX + "code";

  /** {@link Failure#category()}. */
  public static final String CATEGORY = PREFIX + "category";

  /** {@link Failure#message()}, shortened. */
  public static final String REASON = PREFIX + "reason";

  /** The topic the record was read from. */
  public static final String TOPIC = PREFIX + "topic";

  /** The partition the record was read from. */
  public static final String PARTITION = PREFIX + "partition";

  /** The offset the record was read from. */
  public static final String OFFSET = PREFIX + "offset";

  /** How often the record was tried, from 1. */
  public static final String ATTEMPTS = PREFIX + "attempts";

  /** When it was given up, ISO-8601 instant. */
  public static final String TIME = PREFIX + "time";

  /**
   * Set when the record was too large to be kept here: its size in bytes. Such a letter has neither
   * key, value nor headers of the original, which may still be where it was read from.
   */
  public static final String OMITTED = PREFIX + "omitted";

  public DeadLetter {
    headers = Map.copyOf(headers);
  }

  static DeadLetter of(ConsumerRecord<byte[], byte[]> record) {
    return new DeadLetter(
        record.partition(),
        record.offset(),
        record.key() == null ? new byte[0] : record.key(),
        record.value() == null ? new byte[0] : record.value(),
        LoopHeaders.read(record.headers()));
  }

  /** Whether the record is here and it is known where it belongs. */
  boolean replayable() {
    return !header(TOPIC).isEmpty()
        && header(PARTITION).matches("[0-9]{1,9}")
        && header(OMITTED).isEmpty();
  }

  /** One of the headers named here, or empty text. */
  public String header(String name) {
    return headers.getOrDefault(name, "");
  }
}
