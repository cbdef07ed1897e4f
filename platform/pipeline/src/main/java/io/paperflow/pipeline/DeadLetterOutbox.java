package io.paperflow.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the dead letters of a sink loop, for as long as it takes: a record is finished only when
 * its letter is acknowledged. The sending has a thread of its own, since a producer blocks while
 * the topic is away. Its methods belong to the loop's thread.
 *
 * @param <T> what a letter is about
 */
final class DeadLetterOutbox<T> implements AutoCloseable {

  private record Letter<T>(T item, ProducerRecord<byte[], byte[]> record, int attempts) {}

  private record Sent<T>(Letter<T> letter, Optional<Exception> trouble) {}

  private static final Logger log = LoggerFactory.getLogger(DeadLetterOutbox.class);

  private static final Duration CLOSE = Duration.ofSeconds(3);

  private final Supplier<Producer<byte[], byte[]>> producers;
  private final Backoff backoff;
  private final RandomGenerator random;
  private final ExecutorService executor;
  private final ConcurrentLinkedQueue<Sent<T>> sent = new ConcurrentLinkedQueue<>();
  private final RetryQueue<Letter<T>> retries = new RetryQueue<>(System::nanoTime);

  /** Touched by the sending thread only, and by the closing once that has ended. */
  private Optional<Producer<byte[], byte[]>> producer = Optional.empty();

  private int size;
  private Optional<Failure> trouble = Optional.empty();

  DeadLetterOutbox(
      String name,
      Supplier<Producer<byte[], byte[]>> producers,
      Backoff backoff,
      RandomGenerator random) {
    this.producers = producers;
    this.backoff = backoff;
    this.random = random;
    this.executor =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("letters-" + name).factory());
  }

  void send(T item, ProducerRecord<byte[], byte[]> record) {
    size++;
    dispatch(new Letter<>(item, record, 1));
  }

  private void dispatch(Letter<T> letter) {
    executor.execute(
        () -> {
          try {
            var _ = producer().send(letter.record(), (_, e) -> noted(letter, e));
          } catch (RuntimeException e) {
            noted(letter, e);
          }
        });
  }

  private Producer<byte[], byte[]> producer() {
    Producer<byte[], byte[]> open = producer.orElseGet(producers);
    producer = Optional.of(open);
    return open;
  }

  private void noted(Letter<T> letter, @Nullable Exception e) {
    sent.add(new Sent<>(letter, Optional.ofNullable(e)));
  }

  /** The items whose letters were acknowledged since the last call; sends the others again. */
  List<T> acknowledged() {
    List<T> items = new ArrayList<>();
    for (Sent<T> next = sent.poll(); next != null; next = sent.poll()) {
      Letter<T> letter = next.letter();
      if (next.trouble().isEmpty()) {
        size--;
        items.add(letter.item());
        trouble = Optional.empty();
      } else {
        troubled(letter.record(), next.trouble().get());
        retries.add(
            new Letter<>(letter.item(), letter.record(), letter.attempts() + 1),
            backoff.after(letter.attempts(), random));
      }
    }
    retries.due().forEach(this::dispatch);
    return items;
  }

  private void troubled(ProducerRecord<byte[], byte[]> record, Exception e) {
    String message =
        "topic %s does not take dead letters, no offset moves beyond them: %s"
            .formatted(record.topic(), e);
    if (trouble.isEmpty()) {
      log.warn("{}; they are sent again and again", message);
    }
    trouble = Optional.of(Failure.transientFailure("dead-letters-refused", message));
  }

  /** Letters that are not acknowledged. */
  int size() {
    return size;
  }

  /** Why letters are not acknowledged, if so. */
  Optional<Failure> trouble() {
    return trouble;
  }

  @Override
  public void close() {
    executor.shutdownNow();
    try {
      if (executor.awaitTermination(CLOSE.toMillis(), TimeUnit.MILLISECONDS)) {
        producer.ifPresent(p -> KafkaClients.close(p, CLOSE));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
