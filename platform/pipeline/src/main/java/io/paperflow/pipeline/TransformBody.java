package io.paperflow.pipeline;

import io.paperflow.pipeline.LoopThread.Signals;
import io.paperflow.pipeline.TransformStep.Prepared;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** The turns of a transform loop: poll, transform on lanes, send, commit with the offsets. */
final class TransformBody<I, O> implements LoopThread.Body, GroupConsumer.Partitions {

  /** One transaction over several polls: a commit costs about 4 ms, a longer wait is delay. */
  private static final Duration COMMIT_INTERVAL = Duration.ofMillis(100);

  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration LANE_WAIT = Duration.ofMillis(500);

  private final TransformSpec<I, O> spec;
  private final TransformStep<I, O> step;
  private final LoopMetrics metrics;
  private final UncommittedCounts uncommitted;
  private final GroupConsumer group;
  private final Transaction transaction;
  private final Runnable topics;
  private final Lanes lanes;

  /** Partitions that went to others since the last poll for records. */
  private final Set<TopicPartition> gone = new HashSet<>();

  TransformBody(
      TransformSpec<I, O> spec,
      TransformStep<I, O> step,
      LoopMetrics metrics,
      GroupConsumer group,
      Transaction transaction,
      Runnable topics) {
    this.spec = spec;
    this.step = step;
    this.metrics = metrics;
    this.uncommitted = new UncommittedCounts(metrics);
    this.group = group;
    this.transaction = transaction;
    this.topics = topics;
    this.lanes = new Lanes(spec.name(), spec.lanes());
  }

  @Override
  public void prepare() {
    uncommitted.aborted();
    topics.run();
    transaction.restart();
    group.join(this);
    group.rewind();
  }

  @Override
  public boolean turn(Signals signals) {
    group.hold(signals.paused());
    ConsumerRecords<byte[], byte[]> records = group.poll(POLL);
    checkNotLost();
    gone.clear();
    if (!records.isEmpty() && !handle(records, signals)) {
      return false;
    }
    Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>(records.nextOffsets());
    next.keySet().removeAll(gone);
    transaction.handled(next);
    return (records.isEmpty() || transaction.due(COMMIT_INTERVAL)) && commit();
  }

  /** Transforms and sends; returns false when the loop closes meanwhile. */
  private boolean handle(ConsumerRecords<byte[], byte[]> polled, Signals signals) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>(polled.count());
    long bytes = 0;
    long oldest = Long.MAX_VALUE;
    for (ConsumerRecord<byte[], byte[]> record : polled) {
      records.add(record);
      bytes += record.serializedValueSize();
      oldest = Math.min(oldest, record.timestamp());
    }
    metrics.consumed(records.size(), bytes);
    metrics.oldest(oldest);
    int partitions = transaction.partitionsOf(spec.output());
    Lanes.Batch<Prepared> batch =
        lanes.start(
            records,
            TransformStep::lane,
            (record, patience) -> step.prepare(record, partitions, patience));
    int sent = 0;
    try {
      if (await(batch, signals)) {
        sent = send(records, batch.results());
        return true;
      }
      return false;
    } finally {
      batch.giveUp();
      metrics.returned(records.size() - sent);
    }
  }

  /** Waits for the lanes; the membership and what is sent already must not wait with it. */
  private boolean await(Lanes.Batch<Prepared> batch, Signals signals) {
    try {
      while (!batch.await(LANE_WAIT)) {
        signals.moved();
        if (signals.closing()) {
          batch.giveUp();
          continue;
        }
        if (transaction.due(COMMIT_INTERVAL)) {
          commit();
        }
        group.stay(Duration.ZERO);
        checkNotLost();
      }
    } catch (InterruptedException e) {
      throw KafkaTrouble.interrupted(e);
    }
    return !(batch.givenUp() && signals.closing());
  }

  /** Sends what is still this instance's to send; returns the number of records. */
  private int send(List<ConsumerRecord<byte[], byte[]>> records, List<Prepared> results) {
    int sent = 0;
    for (int i = 0; i < records.size(); i++) {
      ConsumerRecord<byte[], byte[]> record = records.get(i);
      if (gone.isEmpty()
          || !gone.contains(new TopicPartition(record.topic(), record.partition()))) {
        Prepared prepared = results.get(i);
        prepared.outputs().forEach(transaction::send);
        prepared.deadLetters().forEach(transaction::send);
        uncommitted.sent(prepared);
        sent++;
      }
    }
    return sent;
  }

  private boolean commit() {
    if (!transaction.commit()) {
      return false;
    }
    metrics.nothingOpen();
    return uncommitted.committed();
  }

  private void checkNotLost() {
    if (transaction.doomed()) {
      throw new KafkaException("partitions were lost: another instance has them");
    }
  }

  /** The next owner begins at the committed offsets: what is sent already is theirs to skip. */
  @Override
  public void revoked(Collection<TopicPartition> partitions) {
    gone.addAll(partitions);
    commit();
  }

  /** Outputs of theirs are in the transaction and their offsets cannot be: it must not happen. */
  @Override
  public void lost(Collection<TopicPartition> partitions) {
    gone.addAll(partitions);
    transaction.doom();
  }

  @Override
  public void drain(Signals signals) {
    commit();
  }

  @Override
  public void release() {
    lanes.close();
    transaction.release();
    uncommitted.aborted();
    metrics.nothingOpen();
    group.close();
  }

  @Override
  public int assigned() {
    return group.assigned();
  }

  @Override
  public Optional<Failure> waitsFor() {
    return Optional.empty();
  }
}
