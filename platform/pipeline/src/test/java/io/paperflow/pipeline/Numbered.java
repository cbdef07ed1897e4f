package io.paperflow.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A record that can be told from all others.
 *
 * @param number rises within a key
 */
record Numbered(String key, int number) {

  /** Records over so many keys. */
  static List<Numbered> range(int from, int to, int keys) {
    List<Numbered> list = new ArrayList<>(to - from);
    for (int i = from; i < to; i++) {
      list.add(new Numbered("key-" + i % keys, i));
    }
    return list;
  }

  static List<ProducerRecord<byte[], byte[]>> records(String topic, List<Numbered> numbered) {
    return numbered.stream().map(n -> n.record(topic)).toList();
  }

  static List<Numbered> read(List<ConsumerRecord<byte[], byte[]>> records) {
    return records.stream()
        .map(record -> parse(new String(record.value(), StandardCharsets.UTF_8)))
        .toList();
  }

  static Numbered parse(String text) {
    int hash = text.indexOf('#');
    return new Numbered(text.substring(0, hash), Integer.parseInt(text.substring(hash + 1)));
  }

  ProducerRecord<byte[], byte[]> record(String topic) {
    return Texts.record(topic, key, toString());
  }

  @Override
  public String toString() {
    return key + "#" + number;
  }
}
