package io.paperflow.notifier.live;

import io.paperflow.schemas.Signal;
import java.time.Instant;
import java.util.function.Consumer;

/** All signals that were ever written. Implementations are thread-safe. */
@FunctionalInterface
public interface SignalLog {

  /** Those that were written within a span of time, its ends included. */
  void read(Instant from, Instant until, Consumer<Signal> to);
}
