package io.paperflow.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Records of text. */
final class Texts {

  private Texts() {}

  static ProducerRecord<byte[], byte[]> record(String topic, String key, String value) {
    return record(topic, key, value, Map.of());
  }

  static ProducerRecord<byte[], byte[]> record(
      String topic, String key, String value, Map<String, String> headers) {
    return new ProducerRecord<>(
        topic, null, null, bytes(key), bytes(value), LoopHeaders.write(headers));
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  static List<String> values(List<ConsumerRecord<byte[], byte[]>> records) {
    return records.stream().map(record -> text(record.value())).toList();
  }

  /** Values without order, for topics of several partitions. */
  static List<String> sorted(List<ConsumerRecord<byte[], byte[]>> records) {
    return values(records).stream().sorted().toList();
  }
}
