package io.paperflow.pipeline;

import io.paperflow.pipeline.TransformStep.Prepared;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** The turns of a transform loop: poll, transform on lanes, send, commit with the offsets. */
final class TransformBody<I, O> implements LoopThread.Body, ConsumerRebalanceListener {

  /** One transaction over several polls: a commit costs about 4 ms, a longer wait is delay. */
  private static final Duration COMMIT_INTERVAL = Duration.ofMillis(100);

  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration LANE_WAIT = Duration.ofMillis(500);

  private final TransformSpec<I, O> spec;
  private final TransformStep<I, O> step;
  private final LoopMetrics metrics;
  private final Consumer<byte[], byte[]> consumer;
  private final Transaction transaction;
  private final Runnable topics;
  private final Lanes lanes;
  private final Set<TopicPartition> revokedMeanwhile = new HashSet<>();
  private final AtomicReference<FatalLoopException> fatal = new AtomicReference<>();

  private LoopThread thread;
  private boolean subscribed;
  private boolean holding;
  private boolean lost;

  @SuppressWarnings("NullAway.Init") // The thread needs the body first; see on(LoopThread).
  TransformBody(
      TransformSpec<I, O> spec,
      TransformStep<I, O> step,
      LoopMetrics metrics,
      Consumer<byte[], byte[]> consumer,
      Transaction transaction,
      Runnable topics) {
    this.spec = spec;
    this.step = step;
    this.metrics = metrics;
    this.consumer = consumer;
    this.transaction = transaction;
    this.topics = topics;
    this.lanes = new Lanes(spec.name(), spec.lanes());
  }

  void on(LoopThread loopThread) {
    thread = loopThread;
  }

  @Override
  public void prepare() {
    if (!subscribed) {
      topics.run();
      consumer.subscribe(List.of(spec.input()), this);
      subscribed = true;
    }
    lost = false;
    transaction.recover();
  }

  @Override
  public boolean turn() {
    hold(thread.paused());
    ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
    if (lost) {
      throw new KafkaException("partitions were lost: another instance has them");
    }
    if (!records.isEmpty()) {
      handle(records);
    }
    for (TopicPartition partition : consumer.assignment()) {
      transaction.handled(partition, consumer.position(partition));
    }
    boolean idle = records.isEmpty() && transaction.offsetsMoved();
    return (idle || transaction.due(COMMIT_INTERVAL)) && transaction.commit();
  }

  private void handle(ConsumerRecords<byte[], byte[]> polled) {
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>(polled.count());
    polled.forEach(records::add);
    metrics.consumed(
        records.size(), records.stream().mapToLong(r -> r.serializedValueSize()).sum());
    metrics.oldest(
        Instant.ofEpochMilli(
            records.stream().mapToLong(ConsumerRecord::timestamp).min().orElse(0)));
    int finished = 0;
    int partitions = transaction.partitionsOf(spec.output());
    AtomicReference<Lanes.Batch<Prepared>> running = new AtomicReference<>();
    Lanes.Batch<Prepared> batch =
        lanes.start(
            records, r -> TransformStep.key(r).hashCode(), r -> prepare(r, partitions, running));
    running.set(batch);
    try {
      await(batch);
      finished = send(records, batch.results());
    } finally {
      batch.giveUp();
      metrics.returned(records.size() - finished);
      metrics.nothingOpen();
    }
  }

  private Prepared prepare(
      ConsumerRecord<byte[], byte[]> record,
      int partitions,
      AtomicReference<Lanes.Batch<Prepared>> running) {
    try {
      return step.prepare(
          record, partitions, () -> running.get() != null && running.get().givenUp());
    } catch (FatalLoopException e) {
      fatal.set(e);
      return new Prepared(List.of(), List.of(), false);
    }
  }

  /** Waits for the lanes; the membership and what is sent already must not wait with it. */
  private void await(Lanes.Batch<Prepared> batch) {
    revokedMeanwhile.clear();
    try {
      while (!batch.await(LANE_WAIT)) {
        thread.moved();
        if (transaction.due(COMMIT_INTERVAL)) {
          transaction.commit();
        }
        if (thread.closing()) {
          batch.giveUp();
          continue;
        }
        holding = true;
        hold(true);
        consumer.poll(Duration.ZERO);
      }
    } catch (InterruptedException e) {
      throw KafkaTrouble.interrupted(e);
    } finally {
      holding = false;
    }
    FatalLoopException stop = fatal.get();
    if (stop != null) {
      throw stop;
    }
    if (lost || batch.givenUp()) {
      throw new KafkaException("the records under work were given up: they are read again");
    }
  }

  private int send(List<ConsumerRecord<byte[], byte[]>> records, List<Prepared> results) {
    int finished = 0;
    for (int i = 0; i < records.size(); i++) {
      ConsumerRecord<byte[], byte[]> record = records.get(i);
      if (revokedMeanwhile.contains(new TopicPartition(record.topic(), record.partition()))) {
        continue;
      }
      Prepared prepared = results.get(i);
      prepared.outputs().forEach(transaction::send);
      prepared.deadLetters().forEach(transaction::send);
      metrics.outputs(prepared.outputs().size());
      if (prepared.dead()) {
        metrics.deadLettered(1);
      } else {
        metrics.rejected(prepared.deadLetters().size());
        metrics.done(1);
      }
      finished++;
    }
    return finished;
  }

  private void hold(boolean hold) {
    if (hold) {
      consumer.pause(consumer.assignment());
    } else if (!consumer.paused().isEmpty()) {
      consumer.resume(consumer.paused());
    }
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    // The next owner begins at the committed offsets: what is sent already is theirs to skip.
    transaction.commit();
    revokedMeanwhile.addAll(partitions);
    transaction.forget(partitions);
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    lost = true;
    revokedMeanwhile.addAll(partitions);
    transaction.forget(partitions);
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    hold(holding || thread.paused());
  }

  @Override
  public void drain() {
    transaction.commit();
  }

  @Override
  public void release() {
    lanes.close();
    transaction.release();
    try {
      consumer.close();
    } catch (KafkaException e) {
      // The broker finds out by the session's time-out.
      org.slf4j.LoggerFactory.getLogger(TransformBody.class)
          .warn("{}: could not leave the group: {}", spec.name(), e.toString());
    }
  }

  @Override
  public int assigned() {
    return consumer.assignment().size();
  }
}
