package io.paperflow.pipeline;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Reads a topic, transforms each record, and writes the outputs, the dead letters and the offsets
 * in one Kafka transaction: exactly once for {@code read_committed} readers, whatever is killed
 * when. Records of one key keep their order; those of different keys are transformed side by side.
 */
public final class TransformLoop implements Loop {

  private static final Duration DRAIN = Duration.ofSeconds(20);

  private final String name;
  private final LoopThread thread;

  private TransformLoop(String name, LoopThread thread) {
    this.name = name;
    this.thread = thread;
  }

  /** A loop that is ready to be started. */
  public static <I, O> TransformLoop of(
      TransformSpec<I, O> spec,
      KafkaClients clients,
      MeterRegistry registry,
      InstantSource clock,
      RandomGenerator random) {
    LoopMetrics metrics = new LoopMetrics(registry, spec.name(), clock);
    DeadLetters deadLetters = new DeadLetters(spec.deadLetters(), spec.name(), clock);
    Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));
    TransformStep<I, O> step = new TransformStep<>(spec, deadLetters, metrics, backoff, random);
    GroupConsumer group =
        new GroupConsumer(() -> clients.consumer(spec.name()), registry, spec.input());
    TransformBody<I, O> body =
        new TransformBody<>(
            spec,
            step,
            metrics,
            group,
            new Transaction(() -> clients.transactionalProducer(spec.name()), group::membership),
            () -> TopicSpec.ensure(clients, spec.name(), spec.topics()));
    LoopThread thread = new LoopThread(spec.name(), body, backoff, random);
    return new TransformLoop(spec.name(), thread);
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

  /** Empty: the loop writes to Kafka alone, which is checked for all loops together. */
  @Override
  public Optional<Failure> check() {
    return Optional.empty();
  }

  @Override
  public void close() {
    thread.close(DRAIN);
  }
}
