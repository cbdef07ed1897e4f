package io.paperflow.pipeline;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** The partitions of the state that this instance has. Belongs to the loop's thread. */
final class LeasePartitions {

  private final GroupConsumer group;
  private final Function<Set<TopicPartition>, Map<TopicPartition, Long>> ends;
  private final Map<TopicPartition, LeasePartition> partitions = new HashMap<>();

  /**
   * No partitions yet.
   *
   * @param ends the ends of partitions, with what is in open transactions
   */
  LeasePartitions(
      GroupConsumer group, Function<Set<TopicPartition>, Map<TopicPartition, Long>> ends) {
    this.group = group;
    this.ends = ends;
  }

  /** They are read from their beginning. */
  void add(Collection<TopicPartition> assigned) {
    assigned.forEach(key -> partitions.put(key, new LeasePartition()));
    group.toBeginning(assigned);
  }

  /** Forgets partitions; returns their leases. */
  List<HeldLease> remove(Collection<TopicPartition> keys) {
    return List.copyOf(keys).stream()
        .map(key -> Optional.ofNullable(partitions.remove(key)))
        .flatMap(Optional::stream)
        .flatMap(partition -> partition.leases().stream())
        .toList();
  }

  /** Forgets all partitions; returns their leases. */
  List<HeldLease> removeAll() {
    return remove(partitions.keySet());
  }

  List<HeldLease> leases() {
    return partitions.values().stream().flatMap(p -> p.leases().stream()).toList();
  }

  /** Whether the state of some partition is not read to its end yet. */
  boolean reading() {
    return !partitions.values().stream().allMatch(LeasePartition::begun);
  }

  void take(ConsumerRecords<byte[], byte[]> records) {
    for (ConsumerRecord<byte[], byte[]> record : records) {
      TopicPartition key = new TopicPartition(record.topic(), record.partition());
      Optional.ofNullable(partitions.get(key)).ifPresent(partition -> partition.take(record));
    }
  }

  /** Begins the leases of partitions whose state has been read, which makes them. */
  void begin(BiFunction<TopicPartition, Map<String, byte[]>, List<HeldLease>> make) {
    Set<TopicPartition> unknown =
        partitions.entrySet().stream()
            .filter(partition -> partition.getValue().end().isEmpty())
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    if (!unknown.isEmpty()) {
      ends.apply(unknown)
          .forEach((key, end) -> partitions.computeIfPresent(key, (_, p) -> p.until(end)));
    }
    partitions.forEach(
        (key, partition) -> {
          if (!partition.begun() && group.position(key) >= partition.end().orElse(Long.MAX_VALUE)) {
            partition.begin(state -> make.apply(key, state));
          }
        });
  }
}
