package io.paperflow.pipeline;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes Kafka clients with the properties on which the guarantees rest. Keys and values are bytes:
 * what cannot be decoded must still reach the dead letters. Thread-safe. Not final, so that tests
 * of this package can hand out clients with faults.
 */
public class KafkaClients {

  /** Largest record that is written, in bytes with key and headers. */
  static final int MAX_RECORD_BYTES = 2_000_000;

  /** The same for a dead letter, which has the largest record's bytes and more headers. */
  static final int MAX_LETTER_BYTES = MAX_RECORD_BYTES + 64 * 1024;

  /**
   * A killed process leaves a transaction open and a membership: successors wait at most this long.
   */
  private static final Duration TAKEOVER = Duration.ofSeconds(10);

  private static final Duration MAX_BLOCK = Duration.ofSeconds(15);

  private static final Logger log = LoggerFactory.getLogger(KafkaClients.class);

  private final KafkaSettings settings;
  private final Duration takeover;

  /** Clients for the Kafka of the settings; nothing is connected yet. */
  public KafkaClients(KafkaSettings settings) {
    this(settings, TAKEOVER);
  }

  KafkaClients(KafkaSettings settings, Duration takeover) {
    this.settings = settings;
    this.takeover = takeover;
  }

  KafkaSettings settings() {
    return settings;
  }

  /** How long the brokers wait for a sign of life before they give up a member of a group. */
  Duration session() {
    return takeover;
  }

  /** A consumer of a group that reads committed records only and never commits by itself. */
  Consumer<byte[], byte[]> consumer(String group) {
    Map<String, Object> properties = readerProperties(group);
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    properties.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, (int) takeover.toMillis());
    return consumer(properties);
  }

  /** A consumer without a group that reads committed records of partitions it is given. */
  Consumer<byte[], byte[]> reader(String name) {
    return consumer(readerProperties(name));
  }

  private Map<String, Object> readerProperties(String name) {
    Map<String, Object> properties = common(name);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) MAX_BLOCK.toMillis());
    // What waits inside the client is memory too.
    properties.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 2 * 1024 * 1024);
    properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 512 * 1024);
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1000);
    return properties;
  }

  private static Consumer<byte[], byte[]> consumer(Map<String, Object> properties) {
    return new KafkaConsumer<>(
        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** A producer whose records become visible by transactions. */
  Producer<byte[], byte[]> transactionalProducer(String name) {
    Map<String, Object> properties = producerProperties(name);
    properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, name + "-" + settings.instanceId());
    properties.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) takeover.toMillis());
    properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) takeover.toMillis());
    properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) takeover.toMillis() / 2);
    return producer(properties);
  }

  /** An idempotent producer; each record counts once it is acknowledged. */
  Producer<byte[], byte[]> producer(String name) {
    Map<String, Object> properties = producerProperties(name);
    // A broker may refuse the first batch of a new partition and take the second, which the first
    // can never overtake any more (KAFKA-14359, KAFKA-15591).
    properties.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    return producer(properties);
  }

  private Map<String, Object> producerProperties(String name) {
    Map<String, Object> properties = common(name);
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    properties.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    properties.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
    // The client keeps all of it once it was used; the largest record fits twice.
    properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 5L * 1024 * 1024);
    properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_LETTER_BYTES);
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK.toMillis());
    return properties;
  }

  private static Producer<byte[], byte[]> producer(Map<String, Object> properties) {
    return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Closes a producer; what it was about to do is given up after the bound. */
  static void close(Producer<byte[], byte[]> producer, Duration bound) {
    try {
      producer.close(bound);
    } catch (KafkaException e) {
      log.debug("a producer did not close well", e);
    }
  }

  /** An admin client. */
  Admin admin(String name) {
    Map<String, Object> properties = common(name);
    properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) MAX_BLOCK.toMillis());
    return Admin.create(properties);
  }

  private Map<String, Object> common(String name) {
    Map<String, Object> properties = new HashMap<>(settings.client());
    properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
    properties.put(CommonClientConfigs.CLIENT_ID_CONFIG, name + "-" + settings.instanceId());
    properties.put("enable.metrics.push", false);
    return properties;
  }
}
