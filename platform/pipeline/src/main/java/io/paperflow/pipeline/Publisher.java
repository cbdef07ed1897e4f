package io.paperflow.pipeline;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Writes records of several topics in one transaction: all become visible or none. Not thread-safe.
 */
public final class Publisher implements AutoCloseable {

  private static final int TRIES = 5;

  private final KafkaClients clients;
  private final String name;
  private final RandomGenerator random;
  private final Backoff backoff = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));
  private Optional<Producer<byte[], byte[]>> producer = Optional.empty();

  /**
   * A publisher; it connects with the first records.
   *
   * @param name unique among the publishers of an instance: a newer one of the same name and
   *     instance fences this one
   */
  public Publisher(KafkaClients clients, String name, RandomGenerator random) {
    this.clients = clients;
    this.name = name;
    this.random = random;
  }

  /**
   * One record to be written.
   *
   * @param partition where to; empty when the key decides
   */
  @SuppressWarnings("ArrayRecordComponent") // Bytes on their way to a producer, never compared.
  public record Publication(
      String topic, OptionalInt partition, String key, byte[] value, Map<String, String> headers) {
    public Publication {
      headers = Map.copyOf(headers);
    }

    /** A record whose key decides its partition. */
    public static Publication of(
        String topic, String key, byte[] value, Map<String, String> headers) {
      return new Publication(topic, OptionalInt.empty(), key, value, headers);
    }
  }

  /** Creates topics that are missing. Throws when Kafka does not answer within 15 s. */
  public void ensureTopics(List<TopicSpec> topics) {
    try (Admin admin = clients.admin(name)) {
      TopicSpec.ensure(admin, clients.settings(), topics);
    }
  }

  /**
   * Writes records and returns once they are committed, trying a few times.
   *
   * @throws PublishException when Kafka does not take them; nothing is visible then
   */
  public void publish(List<Publication> publications) throws PublishException {
    @Nullable KafkaException last = null;
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      try {
        commit(publications);
        return;
      } catch (KafkaException e) {
        last = e;
        close();
        pause(attempt);
      }
    }
    throw new PublishException(
        "Kafka at "
            + clients.settings().bootstrapServers()
            + " did not take the documents: "
            + last,
        last);
  }

  private void pause(int attempt) throws PublishException {
    try {
      Thread.sleep(backoff.after(attempt, random));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PublishException("stopped while waiting for Kafka", e);
    }
  }

  private void commit(List<Publication> publications) {
    Producer<byte[], byte[]> open =
        producer.orElseGet(
            () -> {
              Producer<byte[], byte[]> fresh = clients.transactionalProducer(name);
              producer = Optional.of(fresh);
              fresh.initTransactions();
              return fresh;
            });
    open.beginTransaction();
    for (Publication publication : publications) {
      var _ =
          open.send(
              new ProducerRecord<>(
                  publication.topic(),
                  publication.partition().isPresent() ? publication.partition().getAsInt() : null,
                  null,
                  publication.key().getBytes(StandardCharsets.UTF_8),
                  publication.value(),
                  LoopHeaders.write(publication.headers())));
    }
    open.commitTransaction();
  }

  @Override
  public void close() {
    producer.ifPresent(p -> p.close(Duration.ofSeconds(5)));
    producer = Optional.empty();
  }

  /** Kafka did not take the records. */
  public static final class PublishException extends Exception {
    private static final long serialVersionUID = 1L;

    PublishException(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}
