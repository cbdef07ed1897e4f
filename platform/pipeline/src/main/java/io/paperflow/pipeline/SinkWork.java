package io.paperflow.pipeline;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a sink loop has read and not finished: queued by key, at the writers, waiting for another
 * try or for the acknowledgement of a dead letter. Belongs to the loop's thread.
 */
final class SinkWork<T> implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(SinkWork.class);

  private final SinkSpec<T> spec;
  private final DeadLetters deadLetters;
  private final DeadLetterOutbox<SinkItem> outbox;
  private final LoopMetrics metrics;
  private final Backoff backoff;
  private final RandomGenerator random;
  private final SinkWriters<T> writers;
  private final StoreLevel level;
  private final SinkQueue queue;
  private final OffsetLedger<SinkItem> ledger = new OffsetLedger<>();

  private final QuietMoments quiet = new QuietMoments(System::nanoTime);
  private Optional<Failure> fatal = Optional.empty();
  private Optional<Failure> storeTrouble = Optional.empty();

  SinkWork(
      SinkSpec<T> spec,
      DeadLetters deadLetters,
      DeadLetterOutbox<SinkItem> outbox,
      LoopMetrics metrics,
      Backoff backoff,
      RandomGenerator random) {
    this.spec = spec;
    this.deadLetters = deadLetters;
    this.outbox = outbox;
    this.metrics = metrics;
    this.backoff = backoff;
    this.random = random;
    this.writers =
        new SinkWriters<>(spec.name(), spec.codec(), spec.sink(), spec.limits().writers());
    this.level = new StoreLevel(spec.limits());
    this.queue = new SinkQueue(spec.limits(), level, System::nanoTime);
  }

  /** Whether no more should be read for now. */
  boolean full() {
    return ledger.size() >= spec.limits().buffered()
        || ledger.bytes() >= spec.limits().bufferedBytes();
  }

  boolean empty() {
    return ledger.size() == 0;
  }

  void take(ConsumerRecord<byte[], byte[]> record) {
    quiet.taken();
    metrics.consumed(1, record.serializedValueSize());
    if (record.value() == null) {
      metrics.done(1);
      return;
    }
    SinkItem item = new SinkItem(record, new TopicPartition(record.topic(), record.partition()));
    ledger.open(item.partition(), record.offset(), item.bytes(), item);
    queue.offer(item);
  }

  private void bury(SinkItem item, Failure failure) {
    outbox.send(
        item,
        deadLetters.of(
            item.record(), item.record().value(), failure, Math.max(1, item.attempts())));
  }

  /** Notes where reading goes on, once everything read was taken. */
  void read(Map<TopicPartition, OffsetAndMetadata> next) {
    ledger.read(next);
  }

  /**
   * Takes the verdicts in.
   *
   * @param wait for the first one, if batches are being written
   */
  void settle(Duration wait) {
    for (SinkWriters.Written batch : writers.finished(wait)) {
      settle(batch);
    }
    for (SinkItem item : outbox.acknowledged()) {
      finish(item, true);
    }
  }

  private void settle(SinkWriters.Written batch) {
    int done = 0;
    int overloaded = 0;
    Optional<Failure> refusal = Optional.empty();
    for (int i = 0; i < batch.items().size(); i++) {
      SinkItem item = batch.items().get(i);
      item.tried();
      switch (batch.verdicts().get(i)) {
        case Verdict.Done _ -> {
          finish(item, false);
          done++;
        }
        case Verdict.Failed(Failure failure) -> {
          overloaded += failure.category() == FailureCategory.OVERLOAD ? 1 : 0;
          refusal = Optional.of(failure);
          failed(item, failure);
        }
      }
    }
    if (done > 0) {
      quiet.written();
    }
    level.written(batch.items().size(), done, overloaded, batch.took());
    storeTrouble(done > 0 ? Optional.empty() : refusal);
  }

  private void failed(SinkItem item, Failure failure) {
    if (item.givenUp()) {
      queue.release(item);
      return;
    }
    switch (failure.category()) {
      case PERMANENT -> bury(item, failure);
      case FATAL -> fatal = Optional.of(failure);
      case TRANSIENT, OVERLOAD -> {
        metrics.retried(1);
        queue.retry(item, backoff.after(item.attempts(), random));
      }
    }
  }

  private void finish(SinkItem item, boolean dead) {
    queue.release(item);
    if (item.givenUp()) {
      return; // Counted as returned then.
    }
    ledger.close(item.partition(), item.record().offset());
    if (dead) {
      metrics.deadLettered(1);
    } else {
      metrics.done(1);
    }
  }

  /** Told when it begins and when it ends, not with every batch between. */
  private void storeTrouble(Optional<Failure> failure) {
    Optional<Failure> lasting =
        failure.filter(
            f ->
                f.category() == FailureCategory.TRANSIENT
                    || f.category() == FailureCategory.OVERLOAD);
    if (storeTrouble.isEmpty() && lasting.isPresent()) {
      log.warn("{}: nothing is written, tried again: {}", spec.name(), lasting.get().message());
    } else if (storeTrouble.isPresent() && lasting.isEmpty()) {
      log.info("{}: writes again", spec.name());
    }
    storeTrouble = lasting;
  }

  /** Hands batches to the writers: one more than there are, so that none waits for this thread. */
  void submit() {
    queue.putBackDue();
    while (writers.batches() <= level.writers()) {
      Optional<List<SinkItem>> batch = queue.next(writing());
      if (batch.isEmpty()) {
        return;
      }
      writers.submit(batch.get());
    }
  }

  /** Tells the store when all is written and nothing more came for a while. */
  void tellCaughtUp() {
    if (empty() && quiet.isNow()) {
      writers.caughtUp();
    }
  }

  /** What nothing can be written before a person acts on it, if there is such a thing. */
  Optional<Failure> fatal() {
    return fatal;
  }

  /** What keeps offsets from moving, if anything. */
  Optional<Failure> trouble() {
    return outbox.trouble().or(() -> storeTrouble);
  }

  Map<TopicPartition, OffsetAndMetadata> committable() {
    ledger.oldest().stream()
        .mapToLong(item -> item.record().timestamp())
        .min()
        .ifPresentOrElse(metrics::oldest, metrics::nothingOpen);
    return ledger.committable(ledger.partitions());
  }

  Map<TopicPartition, OffsetAndMetadata> committable(Collection<TopicPartition> partitions) {
    return ledger.committable(partitions);
  }

  void committed(Map<TopicPartition, OffsetAndMetadata> offsets) {
    ledger.committed(offsets);
  }

  /** Gives partitions up: their records come again, here or elsewhere. */
  void giveUp(Collection<TopicPartition> partitions) {
    List<SinkItem> open = ledger.forget(partitions);
    open.forEach(SinkItem::giveUp);
    queue.removeGivenUp();
    metrics.returned(open.size());
  }

  void giveUpAll() {
    giveUp(ledger.partitions());
  }

  /** Whether there are batches whose verdicts will come. */
  boolean writing() {
    return writers.batches() > 0;
  }

  /** Whether the store takes what it is given. */
  boolean writes() {
    return storeTrouble.isEmpty() && fatal.isEmpty();
  }

  /** Whether there is something that will soon be finished, as far as one can tell. */
  boolean finishing() {
    return writers.batches() > 0
        || (queue.size() > 0 && writes())
        || (outbox.size() > 0 && outbox.trouble().isEmpty());
  }

  @Override
  public void close() {
    writers.close();
    outbox.close();
  }
}
