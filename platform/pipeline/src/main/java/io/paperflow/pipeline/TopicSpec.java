package io.paperflow.pipeline;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.record.TimestampType;

/**
 * A topic a service needs.
 *
 * @param name its name
 * @param kept what of it is kept
 */
public record TopicSpec(String name, Kept kept) {

  /** What of a topic is kept. */
  public enum Kept {
    /** All records, for thirty days. */
    A_MONTH,
    /** The newest record of each key, for ever. */
    NEWEST,
    /** All records, for ever, with the time at which the broker took them. */
    ALL
  }

  /**
   * A topic that is compacted, or else kept by time.
   *
   * @param compacted whether the newest record of a key is kept for ever
   */
  public TopicSpec(String name, boolean compacted) {
    this(name, compacted ? Kept.NEWEST : Kept.A_MONTH);
  }

  /** What compression adds to bytes that cannot be compressed. */
  private static final int HEADROOM = 4096;

  private static final long RETENTION_MILLIS = 30L * 24 * 60 * 60 * 1000;

  private static final String FOR_EVER = "-1";

  /** Creates those topics that do not exist; an existing one is left as it is. */
  static void ensure(KafkaClients clients, String name, List<TopicSpec> specs) {
    Admin admin = clients.admin(name);
    try {
      Set<String> existing = admin.listTopics().names().get();
      List<NewTopic> missing =
          specs.stream()
              .filter(spec -> !existing.contains(spec.name()))
              .map(spec -> spec.newTopic(clients.settings()))
              .toList();
      for (var created : admin.createTopics(missing).values().values()) {
        awaitCreated(created);
      }
    } catch (ExecutionException e) {
      throw KafkaTrouble.unchecked(e);
    } catch (InterruptedException e) {
      throw KafkaTrouble.interrupted(e);
    } finally {
      // A call that is open is of no interest any more.
      admin.close(Duration.ZERO);
    }
  }

  private static void awaitCreated(KafkaFuture<Void> created)
      throws ExecutionException, InterruptedException {
    try {
      created.get();
    } catch (ExecutionException e) {
      // Another service was faster.
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }

  private NewTopic newTopic(KafkaSettings settings) {
    Map<String, String> config = new HashMap<>();
    config.put(
        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
        Integer.toString(KafkaClients.MAX_LETTER_BYTES + HEADROOM));
    switch (kept) {
      case NEWEST ->
          config.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
      case A_MONTH -> config.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(RETENTION_MILLIS));
      case ALL -> {
        config.put(TopicConfig.RETENTION_MS_CONFIG, FOR_EVER);
        config.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, TimestampType.LOG_APPEND_TIME.name);
      }
    }
    return new NewTopic(name, settings.partitions(), (short) settings.replicationFactor())
        .configs(config);
  }
}
