package io.paperflow.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Writes records of several topics in one transaction: all become visible or none. Not thread-safe.
 */
public final class Publisher implements AutoCloseable {

  private static final int TRIES = 5;
  private static final int COMMIT_TRIES = 4;
  private static final Duration CLOSE = Duration.ofSeconds(5);

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

  /** Creates topics that are missing. Throws when Kafka does not answer within 15 s. */
  public void ensureTopics(List<TopicSpec> topics) {
    TopicSpec.ensure(clients, name, topics);
  }

  /**
   * Ends what a killed predecessor of the same name and instance left open. What it had begun to
   * commit is visible afterwards, and nothing else of it will ever be; whoever goes on where it
   * stopped must look only then.
   *
   * @throws PublishException when Kafka does not answer
   */
  public void takeOver() throws PublishException {
    try {
      var _ = producer();
    } catch (KafkaException e) {
      close();
      throw new PublishException(notTaken("did not answer: " + e), e);
    }
  }

  /**
   * Writes records and returns once they are committed, trying a few times.
   *
   * @throws PublishException when Kafka does not take them. Nothing is visible then, unless the
   *     message says that the commit was not answered, which leaves that open
   */
  public void publish(List<Publication> publications) throws PublishException {
    write(
        open ->
            publications.stream()
                .map(p -> p.record(topic -> open.partitionsFor(topic).size()))
                .toList());
  }

  void send(List<ProducerRecord<byte[], byte[]>> records) throws PublishException {
    write(_ -> records);
  }

  private void write(Function<Producer<byte[], byte[]>, List<ProducerRecord<byte[], byte[]>>> what)
      throws PublishException {
    @Nullable RuntimeException last = null;
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      try {
        Producer<byte[], byte[]> open = producer();
        List<ProducerRecord<byte[], byte[]>> records = what.apply(open);
        checkSizes(records);
        open.beginTransaction();
        for (ProducerRecord<byte[], byte[]> record : records) {
          var _ = open.send(record);
        }
        commit(open);
        return;
      } catch (RuntimeException e) {
        // Whatever it was, the producer's transaction is open and must go.
        last = e;
        close();
        pause(attempt);
      }
    }
    throw new PublishException(notTaken("did not take the records: " + last), last);
  }

  static void checkSizes(List<ProducerRecord<byte[], byte[]>> records) throws PublishException {
    for (ProducerRecord<byte[], byte[]> record : records) {
      long size = RecordSize.of(record);
      if (size > KafkaClients.MAX_LETTER_BYTES) {
        throw new PublishException(
            "a record of %d bytes for topic %s is larger than the %d that are possible: cut it"
                .formatted(size, record.topic(), KafkaClients.MAX_LETTER_BYTES),
            null);
      }
    }
  }

  /** A commit that was not answered may have happened; asking again tells. */
  private void commit(Producer<byte[], byte[]> open) throws PublishException {
    for (int attempt = 1; ; attempt++) {
      try {
        open.commitTransaction();
        return;
      } catch (TimeoutException e) {
        if (attempt == COMMIT_TRIES) {
          close();
          throw new PublishException(
              notTaken("did not answer the commit: the records may be visible or not"), e);
        }
      }
    }
  }

  private String notTaken(String why) {
    return "Kafka at " + clients.settings().bootstrapServers() + " " + why;
  }

  private void pause(int attempt) throws PublishException {
    try {
      Thread.sleep(backoff.after(attempt, random));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PublishException("stopped while waiting for Kafka", e);
    }
  }

  private Producer<byte[], byte[]> producer() {
    return producer.orElseGet(
        () -> {
          Producer<byte[], byte[]> fresh = clients.transactionalProducer(name);
          producer = Optional.of(fresh);
          fresh.initTransactions();
          return fresh;
        });
  }

  @Override
  public void close() {
    producer.ifPresent(p -> KafkaClients.close(p, CLOSE));
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
