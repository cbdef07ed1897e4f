package io.paperflow.pipeline;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Which offsets may be committed: in each partition everything before the first record that is
 * still open. Records finish in any order. Not thread-safe: it belongs to the loop's thread.
 */
final class OffsetLedger {

  /** Sizes in bytes of the open records, by offset. */
  private final Map<TopicPartition, TreeMap<Long, Integer>> open = new HashMap<>();

  private final Map<TopicPartition, Long> committed = new HashMap<>();
  private int size;
  private long bytes;

  /** Notes a record whose verdict is not known yet. */
  void open(TopicPartition partition, long offset, int recordBytes) {
    Integer before = open.computeIfAbsent(partition, p -> new TreeMap<>()).put(offset, recordBytes);
    if (before == null) {
      size++;
      bytes += recordBytes;
    }
  }

  /** Notes that a record is safe; returns false when its partition was given up meanwhile. */
  boolean close(TopicPartition partition, long offset) {
    TreeMap<Long, Integer> offsets = open.get(partition);
    Integer recordBytes = offsets == null ? null : offsets.remove(offset);
    if (recordBytes == null) {
      return false;
    }
    size--;
    bytes -= recordBytes;
    return true;
  }

  /** Whether a record is open. */
  boolean holds(TopicPartition partition, long offset) {
    TreeMap<Long, Integer> offsets = open.get(partition);
    return offsets != null && offsets.containsKey(offset);
  }

  /**
   * What may be committed and was not yet.
   *
   * @param partitions those to look at
   * @param position the consumer's position, committed where nothing is open: it moves past
   *     transaction markers, which no record shows
   */
  Map<TopicPartition, OffsetAndMetadata> committable(
      Collection<TopicPartition> partitions, ToLongFunction<TopicPartition> position) {
    Map<TopicPartition, OffsetAndMetadata> result = new HashMap<>();
    for (TopicPartition partition : partitions) {
      TreeMap<Long, Integer> offsets = open.get(partition);
      long next =
          offsets == null || offsets.isEmpty()
              ? position.applyAsLong(partition)
              : offsets.firstKey();
      if (next != committed.getOrDefault(partition, -1L)) {
        result.put(partition, new OffsetAndMetadata(next));
      }
    }
    return result;
  }

  /** Notes what was committed. */
  void committed(Map<TopicPartition, OffsetAndMetadata> offsets) {
    offsets.forEach((partition, offset) -> committed.put(partition, offset.offset()));
  }

  /** Gives partitions up; their next owner begins at what was committed. */
  void forget(Collection<TopicPartition> partitions) {
    for (TopicPartition partition : partitions) {
      TreeMap<Long, Integer> offsets = open.remove(partition);
      if (offsets != null) {
        size -= offsets.size();
        bytes -= offsets.values().stream().mapToLong(Integer::longValue).sum();
      }
      committed.remove(partition);
    }
  }

  /** Number of open records. */
  int size() {
    return size;
  }

  /** Their bytes. */
  long bytes() {
    return bytes;
  }
}
