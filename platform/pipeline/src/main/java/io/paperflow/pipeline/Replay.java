package io.paperflow.pipeline;

import io.paperflow.pipeline.Publisher.Publication;
import io.paperflow.pipeline.Publisher.PublishException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * Sends dead letters to the topics they came from, with their bytes, keys and own headers. The
 * letters stay where they are: sent twice, a record is handled twice, which changes nothing.
 */
public final class Replay {

  private static final int BATCH = 100;

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
    letters(wanted, letter -> count.incrementAndGet());
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
      List<Publication> batch = new ArrayList<>(BATCH);
      AtomicLong sent = new AtomicLong();
      letters(
          wanted,
          letter -> {
            batch.add(original(letter));
            if (batch.size() == BATCH) {
              sent.addAndGet(send(publisher, batch, rate));
            }
          });
      return sent.addAndGet(send(publisher, batch, rate));
    }
  }

  private static int send(Publisher publisher, List<Publication> batch, int rate)
      throws PublishException {
    int size = batch.size();
    publisher.publish(batch);
    batch.clear();
    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(size) / rate);
    return size;
  }

  private <E extends Exception> void letters(
      Predicate<DeadLetter> wanted, TopicReader.Taker<DeadLetter, E> to) throws E {
    new TopicReader(clients)
        .<E>deadLetters(
            topic,
            letter -> {
              if (wanted.test(letter) && !letter.header(DeadLetter.TOPIC).isEmpty()) {
                to.take(letter);
              }
            });
  }

  private static Publication original(DeadLetter letter) {
    Map<String, String> headers = new HashMap<>(letter.headers());
    headers.keySet().removeIf(name -> name.startsWith(DeadLetter.PREFIX));
    return new Publication(
        letter.header(DeadLetter.TOPIC),
        OptionalInt.of(Integer.parseInt(letter.header(DeadLetter.PARTITION))),
        new String(letter.key(), StandardCharsets.UTF_8),
        letter.value(),
        headers);
  }
}
