package io.paperflow.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads what services write, with Kafka's own client and committed records alone. */
final class CommittedReader {

  private static final Duration LOOK = Duration.ofMillis(200);

  private CommittedReader() {}

  static Consumer<byte[], byte[]> open(String kafka) {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            kafka,
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            "read_committed",
            ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
            ByteArrayDeserializer.class,
            ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
            ByteArrayDeserializer.class));
  }

  /** Reads a topic from its beginning from now on, once its service has made it. */
  static void follow(Consumer<byte[], byte[]> consumer, String topic, Duration patience)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (!consumer.listTopics().containsKey(topic)) {
      if (System.nanoTime() > end) {
        throw new IOException("nobody makes the topic %s: see the logs".formatted(topic));
      }
      Thread.sleep(LOOK);
    }
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }
}
