package io.paperflow.pipeline;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * How far the consumer groups of the flow are, seen from outside. Thread-safe. Every method throws
 * a {@link org.apache.kafka.common.KafkaException} when Kafka does not answer within 15 s.
 */
public final class Flow implements AutoCloseable {

  private final Admin admin;

  /** Opens an admin client. */
  public Flow(KafkaClients clients) {
    admin = clients.admin("flow");
  }

  /**
   * A point in a topic: the end of what was written to it at some moment, decided or not. Readers
   * of what is committed pass it once all before it is decided.
   *
   * @param offsets the end offset of each partition
   */
  public record Mark(String topic, Map<Integer, Long> offsets) {
    public Mark {
      offsets = Map.copyOf(offsets);
    }
  }

  /** The present end of a topic; a topic that does not exist has no partitions. */
  public Mark end(String topic) {
    return mark(topic, OffsetSpec.latest());
  }

  /** The oldest record of a topic. */
  public Mark beginning(String topic) {
    return mark(topic, OffsetSpec.earliest());
  }

  private Mark mark(String topic, OffsetSpec spec) {
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    for (TopicPartition partition : partitions(topic)) {
      wanted.put(partition, spec);
    }
    // A transaction's commit is answered before its markers are in the topics: until then the end
    // of what is committed does not hold its records.
    var withUndecided = new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED);
    Map<TopicPartition, ListOffsetsResultInfo> found =
        get(() -> admin.listOffsets(wanted, withUndecided).all().get());
    return new Mark(
        topic,
        found.entrySet().stream()
            .collect(Collectors.toMap(e -> e.getKey().partition(), e -> e.getValue().offset())));
  }

  private Set<TopicPartition> partitions(String topic) {
    if (!get(() -> admin.listTopics().names().get()).contains(topic)) {
      return Set.of();
    }
    return get(() -> admin.describeTopics(Set.of(topic)).allTopicNames().get()).values().stream()
        .flatMap(description -> description.partitions().stream())
        .map(info -> new TopicPartition(topic, info.partition()))
        .collect(Collectors.toSet());
  }

  /**
   * Offsets between what a group has committed and a mark; 0 when the group has passed it. Records
   * that are no longer kept do not count.
   */
  public long remaining(String group, Mark mark) {
    Map<TopicPartition, OffsetAndMetadata> committed =
        get(() -> admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get());
    Mark beginning = beginning(mark.topic());
    long remaining = 0;
    for (var end : mark.offsets().entrySet()) {
      OffsetAndMetadata at = committed.get(new TopicPartition(mark.topic(), end.getKey()));
      long first = beginning.offsets().getOrDefault(end.getKey(), 0L);
      long from = at == null ? first : Math.max(first, at.offset());
      remaining += Math.max(0, end.getValue() - from);
    }
    return remaining;
  }

  private interface Call<T> {
    T get() throws ExecutionException, InterruptedException;
  }

  private static <T> T get(Call<T> call) {
    try {
      return call.get();
    } catch (ExecutionException e) {
      throw KafkaTrouble.unchecked(e);
    } catch (InterruptedException e) {
      throw KafkaTrouble.interrupted(e);
    }
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
  }
}
