package io.paperflow.pipeline;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** A record on its way into a store. Belongs to the loop's thread but for what never changes. */
final class SinkItem {

  private final ConsumerRecord<byte[], byte[]> record;
  private final TopicPartition partition;
  private final Object key;
  private int attempts;
  private boolean givenUp;

  SinkItem(ConsumerRecord<byte[], byte[]> record, TopicPartition partition) {
    this.record = record;
    this.partition = partition;
    this.key = record.key() == null ? this : Delivery.key(record);
  }

  ConsumerRecord<byte[], byte[]> record() {
    return record;
  }

  TopicPartition partition() {
    return partition;
  }

  /** What is written one after the other; a record without a key has no order to keep. */
  Object key() {
    return key;
  }

  /** Size of the encoded value. */
  int bytes() {
    return record.serializedValueSize();
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
