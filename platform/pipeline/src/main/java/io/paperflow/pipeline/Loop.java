package io.paperflow.pipeline;

import java.util.Optional;

/**
 * A long-running step of the flow, on a thread of its own. Thread-safe. A loop starts without its
 * broker or store and waits for them.
 */
public interface Loop extends AutoCloseable {

  /** The consumer group, also the stage named in dead letters. */
  String name();

  /** Starts the loop's thread; to be called once. */
  void start();

  /** Stops reading until {@link #resume()}; the membership of the group is kept. */
  void pause();

  /** Reads again. */
  void resume();

  /** What the loop is doing. */
  LoopStatus status();

  /** Whether what the loop writes to answers; empty when it does. May take a few seconds. */
  Optional<Failure> check();

  /** Drains: finishes what is under way within a bound, commits, leaves the group. */
  @Override
  void close();
}
