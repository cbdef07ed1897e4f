package io.paperflow.fetcher.live;

import io.paperflow.embedded.DataDirectory;
import io.paperflow.embedded.EmbeddedKafka;
import io.paperflow.embedded.ServerOptions;
import io.paperflow.embedded.StartFailure;
import io.paperflow.pipeline.KafkaClients;
import io.paperflow.pipeline.KafkaSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** A real broker for a test class, and what is committed to it. */
final class FetcherKafka implements AutoCloseable {

  private final Path folder;
  private final DataDirectory data;
  private final EmbeddedKafka broker;

  FetcherKafka() throws IOException, StartFailure, InterruptedException {
    folder = Files.createTempDirectory("fetcher-test");
    data = DataDirectory.open(folder);
    broker = EmbeddedKafka.start(data, ServerOptions.kafka());
  }

  String bootstrapServers() {
    return broker.bootstrapServers();
  }

  KafkaClients clients(String instance) {
    return clients(broker.bootstrapServers(), instance);
  }

  static KafkaClients clients(String bootstrapServers, String instance) {
    return new KafkaClients(new KafkaSettings(bootstrapServers, instance, 4, 1, Map.of()));
  }

  /** All committed records of a topic. */
  List<ConsumerRecord<byte[], byte[]>> committed(String topic) {
    Map<String, Object> properties =
        Map.of(
            "bootstrap.servers", broker.bootstrapServers(),
            "isolation.level", "read_committed",
            "auto.offset.reset", "earliest");
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      if (!consumer.listTopics().containsKey(topic)) {
        return List.of();
      }
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
    }
    return records;
  }

  @Override
  public void close() {
    broker.close();
    data.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
