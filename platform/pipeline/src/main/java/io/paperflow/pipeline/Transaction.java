package io.paperflow.pipeline;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Outputs and the offsets they stand for, committed together. After any trouble the producer is
 * made anew and the consumer goes back to the committed offsets: one way of recovery for all
 * failures, of which Kafka lets some be aborted and others not. Belongs to the loop's thread.
 */
final class Transaction {

  private final Supplier<Producer<byte[], byte[]>> producers;
  private final Consumer<byte[], byte[]> consumer;

  /** Where reading goes on once what was sent is committed. */
  private final Map<TopicPartition, Long> positions = new HashMap<>();

  private final Map<TopicPartition, Long> committed = new HashMap<>();
  private Optional<Producer<byte[], byte[]>> producer = Optional.empty();
  private boolean open;
  private long openedAt;

  Transaction(Supplier<Producer<byte[], byte[]>> producers, Consumer<byte[], byte[]> consumer) {
    this.producers = producers;
    this.consumer = consumer;
  }

  /** Ends what an earlier transaction left open and goes back to the committed offsets. */
  void recover() {
    release();
    Producer<byte[], byte[]> fresh = producers.get();
    producer = Optional.of(fresh);
    fresh.initTransactions();
    open = false;
    positions.clear();
    committed.clear();
    CommittedOffsets.seek(consumer);
  }

  int partitionsOf(String topic) {
    return open().partitionsFor(topic).size();
  }

  void send(ProducerRecord<byte[], byte[]> record) {
    begin();
    // A failed send fails the commit.
    var _ = open().send(record);
  }

  private void begin() {
    if (!open) {
      open().beginTransaction();
      open = true;
      openedAt = System.nanoTime();
    }
  }

  /** Everything polled so far from a partition has been sent. */
  void handled(TopicPartition partition, long position) {
    positions.put(partition, position);
  }

  /** Whether something is to be committed, and has been for so long. */
  boolean due(Duration interval) {
    return open && System.nanoTime() - openedAt >= interval.toNanos();
  }

  /** Whether offsets moved without output, as past the markers of transactions. */
  boolean offsetsMoved() {
    return !positions.equals(committed);
  }

  /** Commits outputs and offsets; returns whether there was anything to commit. */
  boolean commit() {
    if (!open && !offsetsMoved()) {
      return false;
    }
    begin();
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    positions.forEach((partition, offset) -> offsets.put(partition, new OffsetAndMetadata(offset)));
    // With the whole group metadata a zombie of an older generation is fenced.
    open().sendOffsetsToTransaction(offsets, consumer.groupMetadata());
    open().commitTransaction();
    open = false;
    committed.clear();
    committed.putAll(positions);
    return true;
  }

  void forget(Collection<TopicPartition> partitions) {
    partitions.forEach(positions::remove);
    partitions.forEach(committed::remove);
  }

  private Producer<byte[], byte[]> open() {
    return producer.orElseThrow(() -> new IllegalStateException("not prepared"));
  }

  void release() {
    // What is open is aborted by the next producer of this name, or by the broker's time-out.
    producer.ifPresent(p -> p.close(Duration.ZERO));
    producer = Optional.empty();
    open = false;
  }
}
