package io.paperflow.pipeline;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidMetadataException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Outputs and the offsets they stand for, committed together. After any trouble nothing more is
 * committed until the producer is made anew, which ends what is open: one way of recovery for all
 * failures, of which Kafka lets some be aborted and others not. Belongs to the loop's thread.
 */
final class Transaction {

  /** Bounds the abort of what is open, which spares readers the wait for its time-out. */
  private static final Duration CLOSE = Duration.ofSeconds(3);

  private final Supplier<Producer<byte[], byte[]>> producers;
  private final Supplier<ConsumerGroupMetadata> membership;

  /** Where reading goes on once what was sent is committed. */
  private final Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();

  /** The first record that a broker refused. */
  private final AtomicReference<@Nullable String> refused = new AtomicReference<>();

  private Optional<Producer<byte[], byte[]>> producer = Optional.empty();
  private boolean open;
  private boolean doomed = true;
  private long since;

  Transaction(
      Supplier<Producer<byte[], byte[]>> producers, Supplier<ConsumerGroupMetadata> membership) {
    this.producers = producers;
    this.membership = membership;
  }

  /** Ends what an earlier transaction left open and begins anew. */
  void restart() {
    end(Duration.ZERO);
    Producer<byte[], byte[]> fresh = producers.get();
    producer = Optional.of(fresh);
    fresh.initTransactions();
    refused.set(null);
    doomed = false;
  }

  int partitionsOf(String topic) {
    return producer().partitionsFor(topic).size();
  }

  void send(ProducerRecord<byte[], byte[]> record) {
    begin();
    // A failed send fails the commit; the callback only remembers why.
    var _ =
        producer()
            .send(
                record,
                (_, e) -> {
                  if (e != null && isAbout(e)) {
                    refused.compareAndSet(null, refusal(record, e));
                  }
                });
  }

  /** Whether a record failed for itself; the others fail because the transaction did. */
  private static boolean isAbout(Exception e) {
    return e instanceof RecordTooLargeException
        || e instanceof TimeoutException
        || e instanceof InvalidMetadataException;
  }

  private static String refusal(ProducerRecord<byte[], byte[]> record, Exception e) {
    return "topic %s did not take a record of %d bytes: %s"
        .formatted(record.topic(), RecordSize.of(record), e);
  }

  private void begin() {
    if (!open) {
      pendingFromNow();
      producer().beginTransaction();
      open = true;
    }
  }

  private void pendingFromNow() {
    if (!open && offsets.isEmpty()) {
      since = System.nanoTime();
    }
  }

  /** Waits until what was sent is in its topics, though not committed. */
  void flush() {
    producer().flush();
  }

  /** Everything before these offsets has been sent. */
  void handled(Map<TopicPartition, OffsetAndMetadata> next) {
    if (!next.isEmpty()) {
      pendingFromNow();
      offsets.putAll(next);
    }
  }

  /** Whether something is to be committed, and has been for so long. */
  boolean due(Duration interval) {
    return (open || !offsets.isEmpty()) && System.nanoTime() - since >= interval.toNanos();
  }

  /** Commits outputs and offsets; returns whether there was anything to commit. */
  boolean commit() {
    if (doomed) {
      throw new KafkaException("the transaction cannot be committed any more");
    }
    if (!open && offsets.isEmpty()) {
      return false;
    }
    // Until it has worked, nobody may try again: only a restart tells what became of it.
    doomed = true;
    try {
      begin();
      // With the whole group metadata a zombie of an older generation is fenced.
      producer().sendOffsetsToTransaction(offsets, membership.get());
      producer().commitTransaction();
    } catch (KafkaException e) {
      String why = refused.get();
      throw why == null ? e : new KafkaException(why, e);
    }
    doomed = false;
    open = false;
    offsets.clear();
    return true;
  }

  /** Makes sure that nothing is committed any more until the restart. */
  void doom() {
    doomed = true;
  }

  boolean doomed() {
    return doomed;
  }

  private Producer<byte[], byte[]> producer() {
    return producer.orElseThrow(() -> new IllegalStateException("not begun"));
  }

  void release() {
    end(CLOSE);
  }

  private void end(Duration bound) {
    doomed = true;
    producer.ifPresent(p -> KafkaClients.close(p, bound));
    producer = Optional.empty();
    open = false;
    offsets.clear();
  }
}
