package io.paperflow.pipeline;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** A record on its way into a store. Belongs to the loop's thread but for what never changes. */
final class SinkItem<T> {

  private final ConsumerRecord<byte[], byte[]> record;
  private final TopicPartition partition;
  private final Optional<Delivery<T>> delivery;
  private int attempts;
  private boolean givenUp;

  /** An item; the delivery is empty when the value cannot be decoded. */
  SinkItem(
      ConsumerRecord<byte[], byte[]> record,
      TopicPartition partition,
      Optional<Delivery<T>> delivery) {
    this.record = record;
    this.partition = partition;
    this.delivery = delivery;
  }

  ConsumerRecord<byte[], byte[]> record() {
    return record;
  }

  TopicPartition partition() {
    return partition;
  }

  Delivery<T> delivery() {
    return delivery.orElseThrow();
  }

  /** What is written one after the other; a record without a key has no order to keep. */
  Object key() {
    return record.key() == null || delivery.isEmpty() ? this : delivery.get().key();
  }

  int attempts() {
    return attempts;
  }

  void tried() {
    attempts++;
  }

  /** Its partition went away: it comes again, here or elsewhere, as another item. */
  void giveUp() {
    givenUp = true;
  }

  boolean givenUp() {
    return givenUp;
  }
}
