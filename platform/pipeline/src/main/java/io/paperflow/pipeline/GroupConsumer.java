package io.paperflow.pipeline;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetCommitCallback;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A loop's membership of its group and the reading that comes with it. The consumer is made when it
 * is first needed, since making one fails while the brokers' names cannot be resolved. Belongs to
 * the loop's thread.
 */
final class GroupConsumer {

  /** What a loop does when partitions go. */
  interface Partitions {

    /** They are this instance's from now on. */
    default void assigned(Collection<TopicPartition> partitions) {}

    /** They go to another instance, which waits: what is finished can still be committed. */
    void revoked(Collection<TopicPartition> partitions);

    /** Another instance has them already: nothing of theirs may be committed. */
    void lost(Collection<TopicPartition> partitions);
  }

  private static final Logger log = LoggerFactory.getLogger(GroupConsumer.class);

  private static final Duration CLOSE = Duration.ofSeconds(5);

  private record Open(Consumer<byte[], byte[]> consumer, KafkaClientMetrics metrics) {}

  private final Supplier<Consumer<byte[], byte[]>> consumers;
  private final MeterRegistry registry;
  private final String topic;
  private Optional<Open> open = Optional.empty();
  private boolean held;
  private boolean closing;

  GroupConsumer(
      Supplier<Consumer<byte[], byte[]>> consumers, MeterRegistry registry, String topic) {
    this.consumers = consumers;
    this.registry = registry;
    this.topic = topic;
  }

  /** Joins the group, unless it did so before. */
  void join(Partitions partitions) {
    if (open.isEmpty()) {
      Consumer<byte[], byte[]> consumer = consumers.get();
      KafkaClientMetrics metrics = new KafkaClientMetrics(consumer);
      open = Optional.of(new Open(consumer, metrics));
      metrics.bindTo(registry);
      consumer.subscribe(List.of(topic), new Listener(partitions));
    }
  }

  /** Goes back to the committed offset of each partition, or to the beginning. */
  void rewind() {
    Map<TopicPartition, OffsetAndMetadata> offsets = consumer().committed(consumer().assignment());
    for (TopicPartition partition : consumer().assignment()) {
      OffsetAndMetadata offset = offsets.get(partition);
      if (offset == null) {
        consumer().seekToBeginning(List.of(partition));
      } else {
        consumer().seek(partition, offset);
      }
    }
  }

  /** Reads partitions from their beginning. */
  void toBeginning(Collection<TopicPartition> partitions) {
    if (!partitions.isEmpty()) {
      consumer().seekToBeginning(partitions);
    }
  }

  /** The offset that is read next. */
  long position(TopicPartition partition) {
    return consumer().position(partition);
  }

  Set<TopicPartition> assignment() {
    return consumer().assignment();
  }

  ConsumerRecords<byte[], byte[]> poll(Duration wait) {
    return consumer().poll(wait);
  }

  /** Stops or goes on reading; partitions that are assigned meanwhile are held too. */
  void hold(boolean hold) {
    held = hold;
    if (hold) {
      consumer().pause(consumer().assignment());
    } else if (!consumer().paused().isEmpty()) {
      consumer().resume(consumer().paused());
    }
  }

  /** Keeps the membership without reading. */
  void stay(Duration wait) {
    hold(true);
    if (!consumer().poll(wait).isEmpty()) {
      throw new KafkaException("partitions that are on hold were read");
    }
  }

  ConsumerGroupMetadata membership() {
    return consumer().groupMetadata();
  }

  void commit(Map<TopicPartition, OffsetAndMetadata> offsets, Duration bound) {
    consumer().commitSync(offsets, bound);
  }

  void commitLater(Map<TopicPartition, OffsetAndMetadata> offsets, OffsetCommitCallback done) {
    consumer().commitAsync(offsets, done);
  }

  int assigned() {
    return open.map(o -> o.consumer().assignment().size()).orElse(0);
  }

  private Consumer<byte[], byte[]> consumer() {
    return open.orElseThrow(() -> new IllegalStateException("not a member yet")).consumer();
  }

  /** Leaves the group; what is not committed by now stays uncommitted. */
  void close() {
    closing = true;
    open.ifPresent(
        o -> {
          o.metrics().close();
          try {
            o.consumer().close(CloseOptions.timeout(CLOSE));
          } catch (KafkaException e) {
            // The brokers find out by the session's time-out.
            log.warn("{}: could not leave the group: {}", topic, e.toString());
          }
        });
    open = Optional.empty();
  }

  private final class Listener implements ConsumerRebalanceListener {

    private final Partitions partitions;

    Listener(Partitions partitions) {
      this.partitions = partitions;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
      if (held) {
        consumer().pause(assigned);
      }
      partitions.assigned(assigned);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
      if (!closing) {
        partitions.revoked(revoked);
      }
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> lost) {
      if (!closing) {
        partitions.lost(lost);
      }
    }
  }
}
