package io.paperflow.pipeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Which offsets may be committed: in each partition everything before the first record that is
 * still open. Records finish in any order. Not thread-safe: it belongs to the loop's thread.
 *
 * @param <T> what stands for an open record
 */
final class OffsetLedger<T> {

  private record Open<T>(T item, int bytes) {}

  /** What is known of one partition. */
  private static final class Page<T> {
    private final TreeMap<Long, Open<T>> open = new TreeMap<>();
    private OffsetAndMetadata read = new OffsetAndMetadata(0);
    private boolean anyRead;
    private long committed = -1;

    private OffsetAndMetadata committable() {
      return open.isEmpty() ? read : new OffsetAndMetadata(open.firstKey());
    }
  }

  private final Map<TopicPartition, Page<T>> pages = new HashMap<>();
  private int size;
  private long bytes;

  /** Notes a record whose verdict is not known yet. */
  void open(TopicPartition partition, long offset, int recordBytes, T item) {
    Open<T> before = page(partition).open.put(offset, new Open<>(item, recordBytes));
    size++;
    bytes += recordBytes;
    if (before != null) {
      closed(before);
    }
  }

  /**
   * Notes where reading goes on, once every record before it is open or safe. That may be beyond
   * the last record, behind the markers of transactions.
   */
  void read(Map<TopicPartition, OffsetAndMetadata> next) {
    next.forEach(
        (partition, offset) -> {
          page(partition).read = offset;
          page(partition).anyRead = true;
        });
  }

  /** Notes that an open record is safe. */
  void close(TopicPartition partition, long offset) {
    Page<T> page = pages.get(partition);
    Open<T> open = page == null ? null : page.open.remove(offset);
    if (open != null) {
      closed(open);
    }
  }

  private void closed(Open<T> open) {
    size--;
    bytes -= open.bytes();
  }

  private Page<T> page(TopicPartition partition) {
    return pages.computeIfAbsent(partition, p -> new Page<>());
  }

  /** What may be committed of some partitions and was not yet. */
  Map<TopicPartition, OffsetAndMetadata> committable(Collection<TopicPartition> partitions) {
    Map<TopicPartition, OffsetAndMetadata> result = new HashMap<>();
    for (TopicPartition partition : partitions) {
      Page<T> page = pages.get(partition);
      if (page != null && page.anyRead && page.committable().offset() != page.committed) {
        result.put(partition, page.committable());
      }
    }
    return result;
  }

  /** Notes what was committed. */
  void committed(Map<TopicPartition, OffsetAndMetadata> offsets) {
    offsets.forEach(
        (partition, offset) -> {
          Page<T> page = pages.get(partition);
          if (page != null) {
            page.committed = offset.offset();
          }
        });
  }

  /** Gives partitions up and returns what was open; the next owner begins at what was committed. */
  List<T> forget(Collection<TopicPartition> partitions) {
    List<T> givenUp = new ArrayList<>();
    for (TopicPartition partition : partitions) {
      Page<T> page = pages.remove(partition);
      if (page != null) {
        page.open.values().forEach(this::closed);
        page.open.values().forEach(open -> givenUp.add(open.item()));
      }
    }
    return givenUp;
  }

  /** The partitions of which something is known. */
  Set<TopicPartition> partitions() {
    return Set.copyOf(pages.keySet());
  }

  /** The first open record of each partition. */
  List<T> oldest() {
    return pages.values().stream()
        .filter(page -> !page.open.isEmpty())
        .map(page -> page.open.firstEntry().getValue().item())
        .toList();
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
