package io.paperflow.embedded;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Uses a broker the way services do. */
record KafkaProbe(String bootstrapServers) {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  void createTopic(String topic) throws Exception {
    try (Admin admin = Admin.create(settings(Map.of()))) {
      admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
    }
  }

  boolean exists(String topic) throws Exception {
    try (Admin admin = Admin.create(settings(Map.of()))) {
      return admin.listTopics().names().get().contains(topic);
    }
  }

  /** Asks for metadata as a producer does; a missing topic is waited for as briefly as can be. */
  int partitions(String topic) {
    Map<String, Object> brief = Map.of("max.block.ms", 1_000);
    try (var producer = producer(brief)) {
      return producer.partitionsFor(topic).size();
    }
  }

  void sendAndCommit(String topic, String value) throws Exception {
    try (var producer = transaction(topic, value)) {
      producer.commitTransaction();
    }
  }

  void sendAndAbort(String topic, String value) throws Exception {
    try (var producer = transaction(topic, value)) {
      producer.abortTransaction();
    }
  }

  /** The committed values from the beginning: this many, or what came within a minute. */
  List<String> readCommitted(String topic, int count) {
    List<String> values = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(
            settings(
                Map.of(
                    "group.id", "probe",
                    "auto.offset.reset", "earliest",
                    "isolation.level", "read_committed")),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.subscribe(List.of(topic));
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (values.size() < count && System.nanoTime() < deadline) {
        consumer.poll(Duration.ofMillis(100)).forEach(r -> values.add(r.value()));
      }
    }
    return values;
  }

  private KafkaProducer<String, String> transaction(String topic, String value) throws Exception {
    var producer = producer(Map.of("transactional.id", "probe", "compression.type", "lz4"));
    producer.initTransactions();
    producer.beginTransaction();
    producer.send(new ProducerRecord<>(topic, value)).get();
    return producer;
  }

  private KafkaProducer<String, String> producer(Map<String, Object> more) {
    return new KafkaProducer<>(settings(more), new StringSerializer(), new StringSerializer());
  }

  private Map<String, Object> settings(Map<String, Object> more) {
    Map<String, Object> settings = new HashMap<>(more);
    settings.put("bootstrap.servers", bootstrapServers);
    return settings;
  }
}
