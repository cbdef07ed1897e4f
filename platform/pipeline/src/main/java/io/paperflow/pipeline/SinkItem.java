package io.paperflow.pipeline;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * A record on its way into a store, with the number of times it was tried. Mutable on the loop's
 * thread.
 */
final class SinkItem<T> {

  private final ConsumerRecord<byte[], byte[]> record;
  private final Delivery<T> delivery;
  private int attempts;

  SinkItem(ConsumerRecord<byte[], byte[]> record, Delivery<T> delivery) {
    this.record = record;
    this.delivery = delivery;
  }

  ConsumerRecord<byte[], byte[]> record() {
    return record;
  }

  Delivery<T> delivery() {
    return delivery;
  }

  TopicPartition partition() {
    return new TopicPartition(record.topic(), record.partition());
  }

  int attempts() {
    return attempts;
  }

  void tried() {
    attempts++;
  }
}
