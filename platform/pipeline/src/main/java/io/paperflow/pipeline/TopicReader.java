package io.paperflow.pipeline;

import io.paperflow.pipeline.Codec.UndecodableException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Reads the committed records of a topic from the beginning to its present end. Thread-safe. Every
 * method throws a {@link org.apache.kafka.common.KafkaException} when Kafka does not answer for
 * half a minute.
 */
public final class TopicReader {

  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration SILENCE = Duration.ofSeconds(30);

  private final KafkaClients clients;

  /** A reader; nothing is connected yet. */
  public TopicReader(KafkaClients clients) {
    this.clients = clients;
  }

  /**
   * The newest value of each key of a compacted topic, empty where the topic does not exist. Holds
   * what the function keeps of all values in memory.
   *
   * @param wanted which keys
   * @param keep what to keep of a value
   */
  public <T> Map<String, T> newestByKey(
      String topic, Predicate<String> wanted, Function<byte[], T> keep) {
    Map<String, T> newest = new HashMap<>();
    read(
        topic,
        record -> {
          String key = Delivery.key(record);
          if (record.value() == null) {
            newest.remove(key);
          } else if (wanted.test(key)) {
            newest.put(key, keep.apply(record.value()));
          }
        });
    return newest;
  }

  /** Takes what is read, one after the other. */
  @FunctionalInterface
  public interface Taker<T, E extends Exception> {

    /** Takes one; an exception ends the reading. */
    void take(T item) throws E;
  }

  /** The dead letters of a topic, oldest first in each partition. */
  public <E extends Exception> void deadLetters(String topic, Taker<DeadLetter, E> to) throws E {
    read(topic, record -> to.take(DeadLetter.of(record)));
  }

  /**
   * What the brokers took within a span of time, in the order of each key; nothing where the topic
   * does not exist. What cannot be decoded is left out.
   */
  public <T> void written(
      String topic,
      Codec<T> codec,
      Instant from,
      Instant until,
      java.util.function.Consumer<Delivery<T>> to) {
    read(
        topic,
        Optional.of(from),
        record -> {
          if (record.value() != null && record.timestamp() <= until.toEpochMilli()) {
            decoded(codec, record).ifPresent(to);
          }
        });
  }

  private static <T> Optional<Delivery<T>> decoded(
      Codec<T> codec, ConsumerRecord<byte[], byte[]> record) {
    try {
      return Optional.of(Delivery.of(record, codec.decode(record.value())));
    } catch (UndecodableException e) {
      return Optional.empty();
    }
  }

  /** The records of a topic as they are. */
  <E extends Exception> void read(String topic, Taker<ConsumerRecord<byte[], byte[]>, E> to)
      throws E {
    read(topic, Optional.empty(), to);
  }

  private <E extends Exception> void read(
      String topic, Optional<Instant> from, Taker<ConsumerRecord<byte[], byte[]>, E> to) throws E {
    try (Consumer<byte[], byte[]> consumer = clients.reader("reader-" + topic)) {
      if (!consumer.listTopics().containsKey(topic)) {
        return;
      }
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      consumer.assign(partitions);
      from.ifPresentOrElse(
          time -> TopicStart.at(consumer, partitions, time),
          () -> consumer.seekToBeginning(partitions));
      long moved = System.nanoTime();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        for (ConsumerRecord<byte[], byte[]> record : records) {
          to.take(record);
        }
        if (!records.nextOffsets().isEmpty()) {
          moved = System.nanoTime();
        } else if (System.nanoTime() - moved > SILENCE.toNanos()) {
          throw new TimeoutException(
              "nothing of topic %s was delivered for %d s, though it goes on"
                  .formatted(topic, SILENCE.toSeconds()));
        }
      }
    }
  }
}
