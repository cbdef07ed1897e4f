package io.paperflow.pipeline;

import io.paperflow.pipeline.Codec.UndecodableException;
import io.paperflow.pipeline.Flow.Mark;
import io.paperflow.pipeline.LoopThread.Signals;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The turns of a history loop. Now and then it asks for the end of the topic with all that is not
 * decided yet; once it has passed that, everything written before it asked has been taken.
 */
final class HistoryBody<T> implements LoopThread.Body {

  private static final Logger log = LoggerFactory.getLogger(HistoryBody.class);

  private static final Duration POLL = Duration.ofMillis(100);
  private static final int LOOKS = 100;
  private static final Duration ASK_EVERY = Duration.ofSeconds(1);
  private static final Duration CLOSE = Duration.ofSeconds(5);

  /** A moment, and the end of the topic as it was a little later. */
  private record Asked(Instant at, long nanos, Mark end) {}

  private record Open(
      Consumer<byte[], byte[]> consumer, Flow flow, List<TopicPartition> partitions) {}

  private final HistorySpec<T> spec;
  private final KafkaClients clients;
  private final InstantSource clock;
  private Optional<Open> open = Optional.empty();
  private Optional<Asked> asked = Optional.empty();
  private long passedAt = System.nanoTime() - ASK_EVERY.toNanos();

  HistoryBody(HistorySpec<T> spec, KafkaClients clients, InstantSource clock) {
    this.spec = spec;
    this.clients = clients;
    this.clock = clock;
  }

  @Override
  public void prepare() {
    release();
    TopicSpec.ensure(clients, spec.name(), List.of(spec.topic()));
    Consumer<byte[], byte[]> consumer = clients.reader(spec.name());
    open = Optional.of(new Open(consumer, new Flow(clients), List.of()));
    List<TopicPartition> partitions = partitions(consumer);
    open = open.map(now -> new Open(now.consumer(), now.flow(), partitions));
    consumer.assign(partitions);
    TopicStart.at(consumer, partitions, clock.instant().minus(spec.back()));
    spec.history().clear();
  }

  /** A topic that was just made has none for a moment. */
  private List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer) {
    String topic = spec.topic().name();
    for (int look = 0; look < LOOKS; look++) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      if (!partitions.isEmpty()) {
        return partitions;
      }
      try {
        Thread.sleep(POLL);
      } catch (InterruptedException e) {
        throw KafkaTrouble.interrupted(e);
      }
    }
    throw new TimeoutException("topic " + topic + " was made and is not there yet");
  }

  @Override
  public boolean turn(Signals signals) {
    Open now = open.orElseThrow();
    if (signals.paused()) {
      now.consumer().pause(now.partitions());
    } else {
      now.consumer().resume(now.partitions());
    }
    boolean moved = false;
    for (ConsumerRecord<byte[], byte[]> record : now.consumer().poll(POLL)) {
      take(record);
      moved = true;
    }
    follow(now);
    return moved;
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() == null) {
      return;
    }
    try {
      spec.history().take(Delivery.of(record, spec.codec().decode(record.value())));
    } catch (UndecodableException e) {
      log.warn(
          "{}: record {} of {}-{} is left out: {}",
          spec.name(),
          record.offset(),
          record.topic(),
          record.partition(),
          e.getMessage());
    }
  }

  private void follow(Open now) {
    if (asked.isEmpty() && System.nanoTime() - passedAt >= ASK_EVERY.toNanos()) {
      Instant at = clock.instant();
      asked = Optional.of(new Asked(at, System.nanoTime(), now.flow().end(spec.topic().name())));
    }
    asked
        .filter(question -> passed(now, question.end()))
        .ifPresent(
            question -> {
              spec.history().complete(question.at());
              passedAt = question.nanos();
              asked = Optional.empty();
            });
  }

  private static boolean passed(Open now, Mark end) {
    return now.partitions().stream()
        .allMatch(
            partition ->
                now.consumer().position(partition)
                    >= end.offsets().getOrDefault(partition.partition(), 0L));
  }

  @Override
  public void drain(Signals signals) {}

  @Override
  public void release() {
    open.ifPresent(
        now -> {
          try {
            now.consumer().close(CloseOptions.timeout(CLOSE));
          } catch (KafkaException e) {
            log.debug("{}: a consumer did not close well", spec.name(), e);
          }
          now.flow().close();
        });
    open = Optional.empty();
    asked = Optional.empty();
  }

  @Override
  public int assigned() {
    return open.map(now -> now.partitions().size()).orElse(0);
  }

  @Override
  public Optional<Failure> waitsFor() {
    return Optional.empty();
  }
}
