package io.paperflow.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * One record to be written.
 *
 * @param topic where to
 * @param placement what alone decides the partition
 * @param key the message key
 * @param value empty deletes what a compacted topic has under the key
 * @param headers as text
 */
public record Publication(
    String topic,
    String placement,
    String key,
    Optional<byte[]> value,
    Map<String, String> headers) {

  public Publication {
    headers = Map.copyOf(headers);
  }

  /** A record whose key decides its partition. */
  public static Publication of(
      String topic, String key, byte[] value, Map<String, String> headers) {
    return new Publication(topic, key, key, Optional.of(value), headers);
  }

  /** This record at the partition of another key. */
  public Publication placed(String with) {
    return new Publication(topic, with, key, value, headers);
  }

  /** Size of the value. */
  public int bytes() {
    return value.map(bytes -> bytes.length).orElse(0);
  }

  ProducerRecord<byte[], byte[]> record(ToIntFunction<String> partitionsOf) {
    return new ProducerRecord<>(
        topic,
        TransformStep.partition(placement, partitionsOf.applyAsInt(topic)),
        null,
        key.getBytes(StandardCharsets.UTF_8),
        value.orElse(null),
        LoopHeaders.write(headers));
  }
}
