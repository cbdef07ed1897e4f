package io.paperflow.pipeline;

import io.paperflow.pipeline.Publisher.PublishException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Sends dead letters to the topics they came from, with their bytes, keys and own headers. The
 * letters stay where they are: sent twice, a record is handled twice, which changes nothing.
 * Letters whose record was omitted, and those of no topic, cannot be sent.
 */
public final class Replay {

  private static final int BATCH = 100;
  private static final long BATCH_BYTES = 4_000_000;

  private final KafkaClients clients;
  private final String topic;
  private final RandomGenerator random;

  /**
   * A replay.
   *
   * @param topic the dead-letter topic
   */
  public Replay(KafkaClients clients, String topic, RandomGenerator random) {
    this.clients = clients;
    this.topic = topic;
    this.random = random;
  }

  /** How many letters are meant. */
  public long count(Predicate<DeadLetter> wanted) {
    AtomicLong count = new AtomicLong();
    originals(wanted, original -> count.incrementAndGet());
    return count.get();
  }

  /**
   * Sends letters.
   *
   * @param rate letters a second, from 1
   * @return how many were sent
   */
  public long send(Predicate<DeadLetter> wanted, int rate) throws PublishException {
    try (Publisher publisher = new Publisher(clients, "replay", random)) {
      Batch batch = new Batch(publisher, rate);
      originals(wanted, batch::add);
      batch.send();
      return batch.sent;
    }
  }

  private <E extends Exception> void originals(
      Predicate<DeadLetter> wanted, TopicReader.Taker<ProducerRecord<byte[], byte[]>, E> to)
      throws E {
    new TopicReader(clients)
        .<E>read(
            topic,
            record -> {
              DeadLetter letter = DeadLetter.of(record);
              if (letter.replayable() && wanted.test(letter)) {
                to.take(original(record, letter));
              }
            });
  }

  /** As it was read once, byte by byte. */
  private static ProducerRecord<byte[], byte[]> original(
      ConsumerRecord<byte[], byte[]> record, DeadLetter letter) {
    return new ProducerRecord<>(
        letter.header(DeadLetter.TOPIC),
        Integer.valueOf(letter.header(DeadLetter.PARTITION)),
        null,
        record.key(),
        record.value(),
        LoopHeaders.only(record.headers(), name -> !name.startsWith(DeadLetter.PREFIX)));
  }

  /** What goes in one transaction. */
  private static final class Batch {

    private final Publisher publisher;
    private final int rate;
    private final List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    private long bytes;
    private long sent;

    Batch(Publisher publisher, int rate) {
      this.publisher = publisher;
      this.rate = rate;
    }

    void add(ProducerRecord<byte[], byte[]> record) throws PublishException {
      records.add(record);
      bytes += RecordSize.of(record);
      if (records.size() == BATCH || bytes >= BATCH_BYTES) {
        send();
      }
    }

    void send() throws PublishException {
      if (!records.isEmpty()) {
        publisher.send(records);
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(records.size()) / rate);
        sent += records.size();
        records.clear();
        bytes = 0;
      }
    }
  }
}
