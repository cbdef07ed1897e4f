package io.paperflow.pipeline;

import io.paperflow.pipeline.Codec.UndecodableException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The turns of a sink loop: poll while there is room, write batches, commit what the verdicts
 * allow.
 */
final class SinkBody<T> implements LoopThread.Body, ConsumerRebalanceListener {

  private static final Logger log = LoggerFactory.getLogger(SinkBody.class);

  private static final Duration COMMIT_INTERVAL = Duration.ofMillis(200);
  private static final Duration IDLE_POLL = Duration.ofMillis(50);
  private static final Duration BUSY_POLL = Duration.ofMillis(5);

  /** A smaller batch waits this long for more while others are being written. */
  private static final Duration LINGER = Duration.ofMillis(100);

  private static final Duration DRAIN = Duration.ofSeconds(15);

  private final SinkSpec<T> spec;
  private final Consumer<byte[], byte[]> consumer;
  private final DeadLetterProducer<T> deadLetters;
  private final LoopMetrics metrics;
  private final Backoff backoff;
  private final RandomGenerator random;
  private final Runnable topics;
  private final SinkWriters<T> writers;
  private final AimdWindow window;
  private final OffsetLedger ledger = new OffsetLedger();
  private final KeyedQueue<SinkItem<T>> queue = new KeyedQueue<>(item -> item.delivery().key());
  private final RetryQueue<SinkItem<T>> retries = new RetryQueue<>(System::nanoTime);
  private final Set<TopicPartition> owned = new HashSet<>();

  private LoopThread thread;
  private boolean subscribed;

  private long lastCommit = System.nanoTime();
  private long lastSubmit = System.nanoTime();

  @SuppressWarnings("NullAway.Init") // The thread needs the body first; see on(LoopThread).
  SinkBody(
      SinkSpec<T> spec,
      Consumer<byte[], byte[]> consumer,
      DeadLetterProducer<T> deadLetters,
      LoopMetrics metrics,
      Backoff backoff,
      RandomGenerator random,
      Runnable topics) {
    this.spec = spec;
    this.consumer = consumer;
    this.deadLetters = deadLetters;
    this.metrics = metrics;
    this.backoff = backoff;
    this.random = random;
    this.topics = topics;
    SinkSpec.Limits limits = spec.limits();
    this.writers = new SinkWriters<>(spec.name(), spec.sink(), limits.writers());
    // One batch more than writers, so that none waits for the loop's thread.
    this.window =
        new AimdWindow(
            Math.min(10, limits.batchRecords()), limits.batchRecords() * (limits.writers() + 1));
  }

  void on(LoopThread loopThread) {
    thread = loopThread;
  }

  @Override
  public void prepare() {
    if (subscribed) {
      giveUp(Set.copyOf(owned));
      CommittedOffsets.seek(consumer);
    } else {
      topics.run();
      consumer.subscribe(List.of(spec.input()), this);
      subscribed = true;
    }
  }

  @Override
  public boolean turn() {
    boolean full =
        ledger.size() >= spec.limits().buffered()
            || ledger.bytes() >= spec.limits().bufferedBytes();
    hold(full || thread.paused());
    for (ConsumerRecord<byte[], byte[]> record :
        consumer.poll(ledger.size() > 0 ? BUSY_POLL : IDLE_POLL)) {
      take(record);
    }
    settle();
    submit();
    return commit();
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    metrics.consumed(1, record.serializedValueSize());
    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
    if (record.value() == null) {
      metrics.done(1);
      return;
    }
    ledger.open(partition, record.offset(), record.serializedValueSize());
    try {
      T value = spec.codec().decode(record.value());
      queue.offer(new SinkItem<>(record, TransformStep.delivery(record, value)));
    } catch (UndecodableException | RuntimeException | StackOverflowError e) {
      String key = "undecodable|" + record.partition() + "|" + record.offset();
      @SuppressWarnings("NullAway") // Goes to the dead letters only, which take the record's bytes.
      SinkItem<T> item =
          new SinkItem<>(record, new Delivery<>(key, null, 0, Instant.EPOCH, Map.of()));
      deadLetters.send(item, Failure.permanent("undecodable", TransformStep.reason(e)));
    }
  }

  /** Takes the verdicts in. */
  private void settle() {
    for (SinkWriters.Written<T> batch : writers.finished()) {
      int overloaded = 0;
      for (int i = 0; i < batch.items().size(); i++) {
        SinkItem<T> item = batch.items().get(i);
        item.tried();
        switch (batch.verdicts().get(i)) {
          case Verdict.Done _ -> finish(item, false);
          case Verdict.Failed(Failure failure) -> {
            overloaded += failure.category() == FailureCategory.OVERLOAD ? 1 : 0;
            failed(item, failure);
          }
        }
      }
      // A few refused items are the store's queue at its brim; a tenth and more is a call for less.
      if (overloaded * 10 >= batch.items().size() && overloaded > 0) {
        window.overloaded();
      } else {
        window.accepted();
      }
    }
    for (DeadLetterProducer.Sent<T> sent : deadLetters.finished()) {
      if (sent.acknowledged()) {
        finish(sent.item(), true);
      } else if (ledger.holds(sent.item().partition(), sent.item().record().offset())) {
        deadLetters.send(sent.item(), sent.failure());
      }
    }
    if (ledger.size() == 0) {
      metrics.nothingOpen();
    }
  }

  private void failed(SinkItem<T> item, Failure failure) {
    if (!ledger.holds(item.partition(), item.record().offset())) {
      queue.release(item); // Given up meanwhile: the next owner reads it again.
      return;
    }
    switch (failure.category()) {
      case PERMANENT -> deadLetters.send(item, failure);
      case FATAL -> throw new FatalLoopException(failure);
      case TRANSIENT, OVERLOAD -> {
        if (item.attempts() == 1) {
          log.debug("{}: {} again: {}", spec.name(), item.delivery().key(), failure.message());
        }
        metrics.retried(1);
        retries.add(item, backoff.after(item.attempts(), random));
      }
    }
  }

  private void finish(SinkItem<T> item, boolean dead) {
    queue.release(item);
    if (!ledger.close(item.partition(), item.record().offset())) {
      return; // Given up meanwhile, and counted as returned then.
    }
    if (dead) {
      metrics.deadLettered(1);
    } else {
      metrics.done(1);
    }
  }

  private void submit() {
    retries.due().forEach(queue::putBack);
    long waited = System.nanoTime() - lastSubmit;
    while (queue.readySize() > 0 && writers.inFlight() < window.size()) {
      int room = Math.min(spec.limits().batchRecords(), window.size() - writers.inFlight());
      boolean small = queue.readySize() < room;
      if (small && writers.inFlight() > 0 && waited < LINGER.toNanos()) {
        return;
      }
      writers.submit(batch(room));
      lastSubmit = System.nanoTime();
      waited = 0;
    }
  }

  private List<SinkItem<T>> batch(int room) {
    List<SinkItem<T>> batch = new ArrayList<>(Math.min(room, queue.readySize()));
    long bytes = 0;
    while (batch.size() < room) {
      SinkItem<T> next = queue.poll().orElse(null);
      if (next == null) {
        break;
      }
      bytes += next.delivery().bytes();
      if (bytes > spec.limits().batchBytes() && !batch.isEmpty()) {
        queue.putBack(next);
        break;
      }
      if (batch.isEmpty()) {
        metrics.oldest(next.delivery().timestamp());
      }
      batch.add(next);
    }
    return batch;
  }

  private boolean commit() {
    if (System.nanoTime() - lastCommit < COMMIT_INTERVAL.toNanos()) {
      return false;
    }
    lastCommit = System.nanoTime();
    Map<TopicPartition, OffsetAndMetadata> offsets = ledger.committable(owned, consumer::position);
    if (offsets.isEmpty()) {
      return false;
    }
    consumer.commitAsync(
        offsets,
        (done, e) -> {
          if (e == null) {
            ledger.committed(done);
          } else {
            log.debug("{}: commit is tried again: {}", spec.name(), e.toString());
          }
        });
    return true;
  }

  private void commitNow(Collection<TopicPartition> partitions) {
    try {
      Map<TopicPartition, OffsetAndMetadata> offsets =
          ledger.committable(partitions, consumer::position);
      if (!offsets.isEmpty()) {
        consumer.commitSync(offsets, Duration.ofSeconds(5));
        ledger.committed(offsets);
      }
    } catch (RetriableException | RebalanceInProgressException e) {
      // What is not committed is written again, which changes nothing.
      log.info("{}: offsets not committed: {}", spec.name(), e.toString());
    }
  }

  private void hold(boolean hold) {
    if (hold) {
      consumer.pause(consumer.assignment());
    } else if (!consumer.paused().isEmpty()) {
      consumer.resume(consumer.paused());
    }
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    owned.addAll(partitions);
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    settle();
    commitNow(partitions);
    onPartitionsLost(partitions);
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    owned.removeAll(partitions);
    giveUp(partitions);
  }

  private void giveUp(Collection<TopicPartition> partitions) {
    int before = ledger.size();
    ledger.forget(partitions);
    queue.removeIf(item -> partitions.contains(item.partition()));
    retries.removeIf(item -> partitions.contains(item.partition())).forEach(queue::release);
    metrics.returned(before - ledger.size());
  }

  @Override
  public void drain() {
    long end = System.nanoTime() + DRAIN.toNanos();
    hold(true);
    int queued = queue.removeIf(_ -> true);
    log.debug("{}: draining, {} records are left to the next owner", spec.name(), queued);
    while (writers.inFlight() + deadLetters.inFlight() > 0 && System.nanoTime() < end) {
      thread.moved();
      consumer.poll(BUSY_POLL);
      settle();
    }
    commitNow(owned);
  }

  @Override
  public void release() {
    writers.close();
    deadLetters.close();
    try {
      consumer.close();
    } catch (KafkaException e) {
      log.warn("{}: could not leave the group: {}", spec.name(), e.toString());
    }
  }

  @Override
  public int assigned() {
    return owned.size();
  }
}
