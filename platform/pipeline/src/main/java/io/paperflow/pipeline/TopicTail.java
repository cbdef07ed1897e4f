package io.paperflow.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * The committed records that are written to a partition from now on. Not thread-safe. Every method
 * throws a {@link org.apache.kafka.common.KafkaException} when Kafka does not answer within 15 s.
 */
public final class TopicTail implements AutoCloseable {

  private final Consumer<byte[], byte[]> consumer;

  /**
   * Begins at the present end.
   *
   * @param placement decides the partition as a key does
   */
  public TopicTail(KafkaClients clients, String topic, String placement) {
    consumer = clients.reader("tail-" + topic);
    int count = consumer.partitionsFor(topic).size();
    TopicPartition partition = new TopicPartition(topic, TransformStep.partition(placement, count));
    consumer.assign(List.of(partition));
    consumer.seekToEnd(List.of(partition));
    // Else the end is looked up with the first poll, which may be after what is to be seen.
    var _ = consumer.position(partition);
  }

  /** What was written since; waits for it. */
  public List<Lease.Change> poll(Duration longest) {
    List<Lease.Change> changes = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(longest)) {
      if (record.value() != null) {
        changes.add(new Lease.Change(Delivery.key(record), record.value()));
      }
    }
    return changes;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
