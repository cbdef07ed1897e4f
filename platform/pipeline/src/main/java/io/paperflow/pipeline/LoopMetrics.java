package io.paperflow.pipeline;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counters of a loop. Their arithmetic: {@code consumed = done + dead.lettered + returned +
 * in.flight}; a returned record was given up unfinished and comes again, here or elsewhere. Dead
 * letters of parts of a record are counted apart, as {@code rejected}.
 */
final class LoopMetrics {

  private static final long NONE = Long.MAX_VALUE;

  private final Counter consumed;
  private final Counter consumedBytes;
  private final Counter done;
  private final Counter deadLettered;
  private final Counter rejected;
  private final Counter returned;
  private final Counter retried;
  private final Counter outputs;
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicLong oldest = new AtomicLong(NONE);

  LoopMetrics(MeterRegistry registry, String loop, InstantSource clock) {
    Tags tags = Tags.of("loop", loop);
    consumed = registry.counter("paperflow.loop.consumed", tags);
    consumedBytes = registry.counter("paperflow.loop.consumed.bytes", tags);
    done = registry.counter("paperflow.loop.done", tags);
    deadLettered = registry.counter("paperflow.loop.dead.lettered", tags);
    rejected = registry.counter("paperflow.loop.rejected", tags);
    returned = registry.counter("paperflow.loop.returned", tags);
    retried = registry.counter("paperflow.loop.retried", tags);
    outputs = registry.counter("paperflow.loop.outputs", tags);
    Gauge.builder("paperflow.loop.in.flight", inFlight, AtomicInteger::get)
        .strongReference(true)
        .tags(tags)
        .register(registry);
    Gauge.builder("paperflow.loop.oldest.unprocessed", oldest, at -> age(at.get(), clock))
        .strongReference(true)
        .description("Age of the oldest record that was read and is not finished")
        .baseUnit("seconds")
        .tags(tags)
        .register(registry);
  }

  private static double age(long since, InstantSource clock) {
    return since == NONE ? 0.0 : Math.max(0.0, (double) (clock.millis() - since) / 1000.0);
  }

  void consumed(int records, long bytes) {
    consumed.increment(records);
    consumedBytes.increment((double) bytes);
    inFlight.addAndGet(records);
  }

  void done(int records) {
    done.increment(records);
    inFlight.addAndGet(-records);
  }

  void deadLettered(int records) {
    deadLettered.increment(records);
    inFlight.addAndGet(-records);
  }

  void returned(int records) {
    returned.increment(records);
    inFlight.addAndGet(-records);
  }

  void rejected(int parts) {
    rejected.increment(parts);
  }

  void retried(int records) {
    retried.increment(records);
  }

  void outputs(int records) {
    outputs.increment(records);
  }

  /** Notes when the oldest record was written that is read and not finished, as epoch millis. */
  void oldest(long timestamp) {
    oldest.set(timestamp);
  }

  void nothingOpen() {
    oldest.set(NONE);
  }
}
