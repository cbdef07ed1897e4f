package io.paperflow.pipeline;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Reads a topic into a store outside Kafka: at least once, with offsets committed only after the
 * store's verdicts, so that with idempotent writes the store equals the topic. A slow or absent
 * store pauses the reading, never the membership of the group.
 */
public final class SinkLoop implements Loop {

  private static final Duration DRAIN = Duration.ofSeconds(20);

  private final String name;
  private final Sink<?> sink;
  private final LoopThread thread;

  private SinkLoop(String name, Sink<?> sink, LoopThread thread) {
    this.name = name;
    this.sink = sink;
    this.thread = thread;
  }

  /** A loop that is ready to be started. */
  public static <T> SinkLoop of(
      SinkSpec<T> spec,
      KafkaClients clients,
      MeterRegistry registry,
      InstantSource clock,
      RandomGenerator random) {
    Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(2));
    DeadLetterOutbox<SinkItem> outbox =
        new DeadLetterOutbox<>(
            spec.name(), () -> clients.producer(spec.name() + "-dead-letters"), backoff, random);
    SinkWork<T> work =
        new SinkWork<>(
            spec,
            new DeadLetters(spec.deadLetters(), spec.name(), clock),
            outbox,
            new LoopMetrics(registry, spec.name(), clock),
            backoff,
            random);
    SinkBody<T> body =
        new SinkBody<>(
            spec.name(),
            work,
            new GroupConsumer(() -> clients.consumer(spec.name()), registry, spec.input()),
            () -> TopicSpec.ensure(clients, spec.name(), spec.topics()));
    LoopThread thread = new LoopThread(spec.name(), body, backoff, random);
    return new SinkLoop(spec.name(), spec.sink(), thread);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() {
    thread.start();
  }

  @Override
  public void pause() {
    thread.pause(true);
  }

  @Override
  public void resume() {
    thread.pause(false);
  }

  @Override
  public LoopStatus status() {
    return thread.status();
  }

  @Override
  public Optional<Failure> check() {
    return sink.check();
  }

  @Override
  public void close() {
    thread.close(DRAIN);
  }
}
