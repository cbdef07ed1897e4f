package io.paperflow.pipeline;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** The way back after trouble: what was read and not committed is read again. */
final class CommittedOffsets {

  private CommittedOffsets() {}

  /** Moves a consumer to the committed offset of each of its partitions, or to the beginning. */
  static void seek(Consumer<?, ?> consumer) {
    if (consumer.assignment().isEmpty()) {
      return;
    }
    Map<TopicPartition, OffsetAndMetadata> offsets = consumer.committed(consumer.assignment());
    for (TopicPartition partition : consumer.assignment()) {
      OffsetAndMetadata offset = offsets.get(partition);
      if (offset == null) {
        consumer.seekToBeginning(List.of(partition));
      } else {
        consumer.seek(partition, offset);
      }
    }
  }
}
