package io.paperflow.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the dead letters of a sink loop; an item is finished only when its letter is acknowledged.
 */
final class DeadLetterProducer<T> implements AutoCloseable {

  /** A dead letter that was acknowledged or not. */
  record Sent<T>(SinkItem<T> item, Failure failure, boolean acknowledged) {}

  private static final Logger log = LoggerFactory.getLogger(DeadLetterProducer.class);

  private final Producer<byte[], byte[]> producer;
  private final DeadLetters letters;
  private final ConcurrentLinkedQueue<Sent<T>> sent = new ConcurrentLinkedQueue<>();

  /** Touched by the loop's thread only. */
  private int inFlight;

  DeadLetterProducer(Producer<byte[], byte[]> producer, DeadLetters letters) {
    this.producer = producer;
    this.letters = letters;
  }

  void send(SinkItem<T> item, Failure failure) {
    ProducerRecord<byte[], byte[]> letter =
        letters.of(item.record(), item.record().value(), failure, Math.max(1, item.attempts()));
    inFlight++;
    try {
      var _ = producer.send(letter, (_, e) -> noted(item, failure, e));
    } catch (KafkaException e) {
      noted(item, failure, e);
    }
  }

  private void noted(SinkItem<T> item, Failure failure, @Nullable Exception e) {
    if (e != null) {
      log.warn(
          "dead letter of {} not acknowledged, it is tried again: {}",
          item.partition(),
          e.toString());
    }
    sent.add(new Sent<>(item, failure, e == null));
  }

  /** What became of letters since the last call. */
  List<Sent<T>> finished() {
    List<Sent<T>> list = new ArrayList<>();
    for (Sent<T> next = sent.poll(); next != null; next = sent.poll()) {
      inFlight--;
      list.add(next);
    }
    return list;
  }

  /** Letters sent and not picked up yet. */
  int inFlight() {
    return inFlight;
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }
}
