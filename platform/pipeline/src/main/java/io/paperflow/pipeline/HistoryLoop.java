package io.paperflow.pipeline;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Reads a whole topic on every instance, without a group: first what was written since some time
 * ago, then what comes. What cannot be decoded is left out.
 */
public final class HistoryLoop implements Loop {

  private static final Duration DRAIN = Duration.ofSeconds(5);

  private final String name;
  private final LoopThread thread;

  private HistoryLoop(String name, LoopThread thread) {
    this.name = name;
    this.thread = thread;
  }

  /** A loop that is ready to be started. */
  public static <T> HistoryLoop of(
      HistorySpec<T> spec, KafkaClients clients, InstantSource clock, RandomGenerator random) {
    HistoryBody<T> body = new HistoryBody<>(spec, clients, clock);
    Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));
    return new HistoryLoop(spec.name(), new LoopThread(spec.name(), body, backoff, random));
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

  /** Empty: it writes nothing. */
  @Override
  public Optional<Failure> check() {
    return Optional.empty();
  }

  @Override
  public void close() {
    thread.close(DRAIN);
  }
}
