package io.paperflow.pipeline;

import io.paperflow.pipeline.LoopThread.Signals;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The turns of a sink loop: poll while there is room, write batches, commit what the verdicts
 * allow.
 */
final class SinkBody<T> implements LoopThread.Body, GroupConsumer.Partitions {

  private static final Logger log = LoggerFactory.getLogger(SinkBody.class);

  private static final Duration COMMIT_INTERVAL = Duration.ofMillis(200);
  private static final Duration COMMIT_BOUND = Duration.ofSeconds(5);
  private static final Duration IDLE_POLL = Duration.ofMillis(50);

  /** Between two looks at Kafka while there is work and nothing new; a verdict ends it early. */
  private static final Duration BUSY_WAIT = Duration.ofMillis(20);

  private static final Duration DRAIN = Duration.ofSeconds(10);

  private final String name;
  private final SinkWork<T> work;
  private final GroupConsumer group;
  private final Runnable topics;

  private long lastCommit = System.nanoTime();
  private boolean progress;
  private Optional<KafkaException> commitTrouble = Optional.empty();

  SinkBody(String name, SinkWork<T> work, GroupConsumer group, Runnable topics) {
    this.name = name;
    this.work = work;
    this.group = group;
    this.topics = topics;
  }

  @Override
  public void prepare() {
    commitTrouble = Optional.empty();
    work.giveUpAll();
    topics.run();
    group.join(this);
    group.rewind();
  }

  @Override
  public boolean turn(Signals signals) {
    boolean hold = work.full() || signals.paused();
    group.hold(hold);
    ConsumerRecords<byte[], byte[]> records = group.poll(pollFor(hold));
    for (ConsumerRecord<byte[], byte[]> record : records) {
      work.take(record);
    }
    work.read(records.nextOffsets());
    // Each poll costs more than most records do: without room it is verdicts that are waited for.
    work.settle(hold ? BUSY_WAIT : Duration.ZERO);
    work.fatal()
        .ifPresent(
            failure -> {
              throw new FatalLoopException(failure);
            });
    work.submit();
    work.tellCaughtUp();
    commitFromTimeToTime();
    boolean moved = progress;
    progress = false;
    return moved;
  }

  /**
   * The client reads from its connection while it is polled and at no other time: a fetch of
   * megabytes would take many polls that do not wait.
   */
  private Duration pollFor(boolean hold) {
    if (work.empty()) {
      return IDLE_POLL;
    }
    return hold && work.writing() ? Duration.ZERO : BUSY_WAIT;
  }

  private void commitFromTimeToTime() {
    commitTrouble.ifPresent(
        e -> {
          throw e;
        });
    if (System.nanoTime() - lastCommit < COMMIT_INTERVAL.toNanos()) {
      return;
    }
    lastCommit = System.nanoTime();
    Map<TopicPartition, OffsetAndMetadata> offsets = work.committable();
    if (!offsets.isEmpty()) {
      group.commitLater(offsets, this::committed);
    }
  }

  private void committed(
      Map<TopicPartition, OffsetAndMetadata> offsets, @Nullable Exception trouble) {
    switch (trouble) {
      case null -> {
        work.committed(offsets);
        progress = true;
      }
      // The next commit has these offsets too; a lost membership shows at the next poll.
      case RetriableException e -> log.debug("{}: commit is tried again", name, e);
      case CommitFailedException e -> log.debug("{}: commit is tried again", name, e);
      case RebalanceInProgressException e -> log.debug("{}: commit is tried again", name, e);
      case KafkaException e -> commitTrouble = Optional.of(e);
      default -> commitTrouble = Optional.of(new KafkaException(trouble));
    }
  }

  private void commitNow(Map<TopicPartition, OffsetAndMetadata> offsets) {
    if (offsets.isEmpty()) {
      return;
    }
    try {
      group.commit(offsets, COMMIT_BOUND);
      work.committed(offsets);
    } catch (KafkaException e) {
      // What is not committed is written again, which changes nothing.
      log.info("{}: offsets not committed: {}", name, e.toString());
    }
  }

  @Override
  public void revoked(Collection<TopicPartition> partitions) {
    work.settle(Duration.ZERO);
    commitNow(work.committable(partitions));
    work.giveUp(partitions);
  }

  @Override
  public void lost(Collection<TopicPartition> partitions) {
    work.giveUp(partitions);
  }

  @Override
  public void drain(Signals signals) {
    long end = System.nanoTime() + DRAIN.toNanos();
    while (work.finishing() && System.nanoTime() < end) {
      signals.moved();
      group.stay(pollFor(true));
      if (work.writes()) {
        work.submit();
      }
      work.settle(BUSY_WAIT);
    }
    commitNow(work.committable());
  }

  @Override
  public void release() {
    work.close();
    work.giveUpAll();
    group.close();
  }

  @Override
  public int assigned() {
    return group.assigned();
  }

  @Override
  public Optional<Failure> waitsFor() {
    return work.trouble();
  }
}
