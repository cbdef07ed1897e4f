package io.paperflow.pipeline;

import io.paperflow.embedded.DataDirectory;
import io.paperflow.embedded.EmbeddedKafka;
import io.paperflow.embedded.ServerOptions;
import io.paperflow.embedded.StartFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A real broker, and eyes and hands that are not those of the code under test. */
final class TestKafka implements AutoCloseable {

  /** Shorter than the product's, so that what was killed is succeeded soon. */
  static final Duration TAKEOVER = Duration.ofSeconds(6);

  private final Path folder;
  private final DataDirectory data;
  private final EmbeddedKafka broker;
  private final Admin admin;
  private final AtomicInteger names = new AtomicInteger();

  private TestKafka(Path folder, DataDirectory data, EmbeddedKafka broker) {
    this.folder = folder;
    this.data = data;
    this.broker = broker;
    this.admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
  }

  static TestKafka start() {
    return start(Map.of());
  }

  /** A broker with further settings; listeners stand beside the plain one. */
  static TestKafka start(Map<String, String> settings) {
    try {
      Path folder = Files.createTempDirectory("pipeline-test");
      Properties properties = new Properties();
      properties.putAll(settings);
      Path file = Files.createDirectories(folder.resolve("kafka")).resolve("server.properties");
      try (Writer writer = Files.newBufferedWriter(file)) {
        properties.store(writer, null);
      }
      DataDirectory data = DataDirectory.open(folder);
      return new TestKafka(folder, data, EmbeddedKafka.start(data, ServerOptions.kafka()));
    } catch (IOException | StartFailure | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  EmbeddedKafka broker() {
    return broker;
  }

  /** A name nobody has yet. */
  String name(String prefix) {
    return prefix + "-" + names.incrementAndGet();
  }

  /** A new topic. */
  String topic(String prefix, int partitions) {
    return topic(prefix, partitions, Map.of());
  }

  String topic(String prefix, int partitions, Map<String, String> config) {
    String name = name(prefix);
    create(name, partitions, config);
    return name;
  }

  void create(String name, int partitions, Map<String, String> config) {
    get(
        admin
            .createTopics(List.of(new NewTopic(name, partitions, (short) 1).configs(config)))
            .all());
  }

  void configure(String topic, Map<String, String> config) {
    List<AlterConfigOp> changes =
        config.entrySet().stream()
            .map(
                e ->
                    new AlterConfigOp(
                        new ConfigEntry(e.getKey(), e.getValue()), AlterConfigOp.OpType.SET))
            .toList();
    get(
        admin
            .incrementalAlterConfigs(
                Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic), changes))
            .all());
  }

  void delete(String topic) {
    get(admin.deleteTopics(List.of(topic)).all());
    Await.until(topic + " is gone", () -> !get(admin.listTopics().names()).contains(topic));
  }

  boolean exists(String topic) {
    return get(admin.listTopics().names()).contains(topic);
  }

  KafkaSettings settings(String instance) {
    return new KafkaSettings(broker.bootstrapServers(), instance, 4, 1, Map.of());
  }

  KafkaClients clients(String instance) {
    return new KafkaClients(settings(instance), TAKEOVER);
  }

  /** A user of the listeners with SCRAM. */
  void user(String name, String password) {
    get(
        admin
            .alterUserScramCredentials(
                List.of(
                    new UserScramCredentialUpsertion(
                        name,
                        new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096),
                        password)))
            .all());
  }

  /** Writes records and returns when they are acknowledged. */
  void send(Collection<ProducerRecord<byte[], byte[]>> records) {
    try (KafkaProducer<byte[], byte[]> producer = producer(Map.of())) {
      List<java.util.concurrent.Future<?>> sent = new ArrayList<>();
      records.forEach(record -> sent.add(producer.send(record)));
      for (java.util.concurrent.Future<?> future : sent) {
        future.get();
      }
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes records in transactions of so many, so that markers lie between and behind them. */
  void sendInTransactions(List<ProducerRecord<byte[], byte[]>> records, int each) {
    try (KafkaProducer<byte[], byte[]> producer =
        producer(Map.of("transactional.id", name("test")))) {
      producer.initTransactions();
      for (int from = 0; from < records.size(); from += each) {
        producer.beginTransaction();
        for (ProducerRecord<byte[], byte[]> record :
            records.subList(from, Math.min(records.size(), from + each))) {
          var _ = producer.send(record);
        }
        producer.commitTransaction();
      }
    }
  }

  void sendAborted(List<ProducerRecord<byte[], byte[]>> records)
      throws InterruptedException, ExecutionException {
    try (KafkaProducer<byte[], byte[]> producer =
        producer(Map.of("transactional.id", name("aborting")))) {
      producer.initTransactions();
      producer.beginTransaction();
      for (ProducerRecord<byte[], byte[]> record : records) {
        producer.send(record).get();
      }
      producer.abortTransaction();
    }
  }

  KafkaProducer<byte[], byte[]> producer(Map<String, Object> more) {
    Map<String, Object> properties = new HashMap<>(more);
    properties.put("bootstrap.servers", broker.bootstrapServers());
    properties.put("max.request.size", 5_000_000);
    properties.put("compression.type", "lz4");
    // As in KafkaClients: or the first batch for a new topic may wait for two minutes, and fail.
    properties.put("max.in.flight.requests.per.connection", 1);
    return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** All committed records of a topic, in the order of each partition. */
  List<ConsumerRecord<byte[], byte[]>> committed(String topic) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    Map<String, Object> properties =
        Map.of(
            "bootstrap.servers", broker.bootstrapServers(),
            "isolation.level", "read_committed",
            "auto.offset.reset", "earliest");
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      Await.until(
          "the end of " + topic,
          () -> {
            consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            return partitions.stream()
                .allMatch(p -> consumer.position(p) >= ends.getOrDefault(p, 0L));
          });
    }
    return records;
  }

  /** Deletes the records before an offset; -1 is the end. */
  void deleteBefore(String topic, int partition, long offset) {
    get(
        admin
            .deleteRecords(
                Map.of(new TopicPartition(topic, partition), RecordsToDelete.beforeOffset(offset)))
            .all());
  }

  void commit(String group, String topic, int partition, long offset) {
    get(
        admin
            .alterConsumerGroupOffsets(
                group, Map.of(new TopicPartition(topic, partition), new OffsetAndMetadata(offset)))
            .all());
  }

  /** The committed offset, or -1 when there is none. */
  long committedOffset(String group, String topic, int partition) {
    return Optional.ofNullable(
            get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .get(new TopicPartition(topic, partition)))
        .map(OffsetAndMetadata::offset)
        .orElse(-1L);
  }

  /** How many partitions each member of a group has, by client id; of no group nobody. */
  Map<String, Integer> members(String group) {
    try {
      return admin.describeConsumerGroups(List.of(group)).all().get().values().stream()
          .flatMap(description -> description.members().stream())
          .collect(
              Collectors.toMap(
                  member -> member.clientId(),
                  member -> member.assignment().topicPartitions().size(),
                  Integer::sum));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GroupIdNotFoundException) {
        return Map.of();
      }
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a group has still to do of a topic, as everyone else sees it. */
  long remaining(String group, String topic) {
    try (Flow flow = new Flow(clients(name("flow")))) {
      return flow.remaining(group, flow.end(topic));
    }
  }

  void awaitDone(String group, String topic) {
    try (Flow flow = new Flow(clients(name("flow")))) {
      Await.until(
          () -> group + " lacks " + flow.remaining(group, flow.end(topic)) + " of " + topic,
          () -> flow.remaining(group, flow.end(topic)) == 0);
    }
  }

  static <T> T get(KafkaFuture<T> future) {
    try {
      return future.get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    admin.close();
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
