package io.paperflow.pipeline;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;

/** Where reading begins when it begins at a moment. */
final class TopicStart {

  private TopicStart() {}

  /** Puts a consumer before what was written from a moment on. */
  static void at(Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions, Instant from) {
    Map<TopicPartition, Long> wanted = new HashMap<>();
    partitions.forEach(partition -> wanted.put(partition, Math.max(0, from.toEpochMilli())));
    Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(wanted);
    for (TopicPartition partition : partitions) {
      Optional<OffsetAndTimestamp> first = Optional.ofNullable(found.get(partition));
      // Without a record so young there is none but those that come.
      first.ifPresentOrElse(
          record -> consumer.seek(partition, record.offset()),
          () -> consumer.seekToEnd(List.of(partition)));
    }
    // Else the end is looked up with the first poll, after others may have written.
    partitions.forEach(consumer::position);
  }
}
