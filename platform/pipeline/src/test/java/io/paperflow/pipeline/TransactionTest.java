package io.paperflow.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedKafka.class)
class TransactionTest {

  private final MeterRegistry registry = new SimpleMeterRegistry();

  @Test
  void aZombieOfAnOlderGenerationCommitsNothing(TestKafka kafka) {
    Copying copying = Copying.on(kafka, 1);
    GroupConsumer group = member(kafka, copying);
    ConsumerGroupMetadata past = group.membership();
    group.close();
    Transaction transaction =
        new Transaction(() -> kafka.clients("one").transactionalProducer("zombie"), () -> past);
    transaction.restart();
    transaction.send(Texts.record(copying.output(), "key", "from a zombie"));
    transaction.handled(readTo(copying, 1));

    assertThrows(KafkaException.class, transaction::commit);

    // And nobody may try again with the same transaction.
    assertThrows(KafkaException.class, transaction::commit);
    transaction.release();
    assertEquals(-1, kafka.committedOffset(copying.group(), copying.input(), 0));
    assertEquals(List.of(), kafka.committed(copying.output()));
  }

  @Test
  void afterPartitionsWereLostNothingIsCommittedBeforeARestart(TestKafka kafka) {
    Copying copying = Copying.on(kafka, 1);
    GroupConsumer group = member(kafka, copying);
    Transaction transaction =
        new Transaction(
            () -> kafka.clients("one").transactionalProducer("loser"), group::membership);
    transaction.restart();
    transaction.send(Texts.record(copying.output(), "key", "belongs to another"));
    transaction.doom();
    assertThrows(KafkaException.class, transaction::commit);

    transaction.restart();
    transaction.send(Texts.record(copying.output(), "key", "its own"));
    transaction.handled(readTo(copying, 1));
    transaction.commit();
    transaction.release();
    group.close();
    assertEquals(List.of("its own"), Texts.values(kafka.committed(copying.output())));
    assertEquals(1, kafka.committedOffset(copying.group(), copying.input(), 0));
  }

  /** A broker cannot be told to answer a commit too late, so the client's own fake stands in. */
  @Test
  void aCommitThatWasNotAnsweredIsNeverTriedAgainByTheSameProducer(TestKafka kafka) {
    GroupConsumer group = member(kafka, Copying.on(kafka, 1));
    MockProducer<byte[], byte[]> producer =
        new MockProducer<>(
            true,
            new RoundRobinPartitioner(),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    Transaction transaction = new Transaction(() -> producer, group::membership);
    transaction.restart();
    transaction.send(new ProducerRecord<>("output", 0, new byte[0], new byte[0]));
    producer.commitTransactionException = new TimeoutException("not answered");
    assertThrows(TimeoutException.class, transaction::commit);

    producer.commitTransactionException = null;
    assertThrows(KafkaException.class, transaction::commit);
    assertEquals(0, producer.commitCount());
    group.close();
  }

  @Test
  void aConsumerLeavesNoMetersBehind(TestKafka kafka) {
    GroupConsumer group = member(kafka, Copying.on(kafka, 1));
    group.close();
    assertFalse(
        registry.getMeters().stream()
            .anyMatch(meter -> meter.getId().getName().startsWith("kafka.consumer")));
  }

  private static Map<TopicPartition, OffsetAndMetadata> readTo(Copying copying, long offset) {
    return Map.of(new TopicPartition(copying.input(), 0), new OffsetAndMetadata(offset));
  }

  private GroupConsumer member(TestKafka kafka, Copying copying) {
    GroupConsumer group =
        new GroupConsumer(
            () -> kafka.clients("one").consumer(copying.group()), registry, copying.input());
    group.join(new Indifferent());
    Await.until(
        "a membership",
        () -> {
          group.poll(Duration.ofMillis(50));
          return group.assigned() == 1;
        });
    return group;
  }

  private static final class Indifferent implements GroupConsumer.Partitions {

    @Override
    public void revoked(Collection<TopicPartition> partitions) {}

    @Override
    public void lost(Collection<TopicPartition> partitions) {}
  }
}
