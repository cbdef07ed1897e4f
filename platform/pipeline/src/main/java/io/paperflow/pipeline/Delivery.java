package io.paperflow.pipeline;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A decoded record on its way through a loop.
 *
 * @param key the message key, empty when there is none
 * @param value the decoded value
 * @param bytes size of the encoded value in bytes
 * @param timestamp when the record was written to its topic
 * @param headers the record's headers as text
 */
public record Delivery<T>(
    String key, T value, int bytes, Instant timestamp, Map<String, String> headers) {

  public Delivery {
    headers = Map.copyOf(headers);
  }

  static <T> Delivery<T> of(ConsumerRecord<byte[], byte[]> record, T value) {
    return new Delivery<>(
        key(record),
        value,
        record.serializedValueSize(),
        Instant.ofEpochMilli(record.timestamp()),
        LoopHeaders.read(record.headers()));
  }

  static String key(ConsumerRecord<byte[], byte[]> record) {
    return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
  }
}
