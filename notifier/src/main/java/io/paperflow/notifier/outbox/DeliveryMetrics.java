package io.paperflow.notifier.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.paperflow.schemas.Channel;
import java.util.Locale;

/** Meters of deliveries. Thread-safe. */
public final class DeliveryMetrics {

  /** What became of a delivery. */
  enum Outcome {
    DELIVERED,
    /** Not taken, and tried again later. */
    LATER,
    /** Broke off before the answer; is repeated once. */
    UNKNOWN,
    GIVEN_UP
  }

  private final MeterRegistry registry;

  /** Meters in a registry. */
  public DeliveryMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void ended(Channel channel, Outcome outcome) {
    registry
        .counter(
            "paperflow.notifier.deliveries",
            "channel",
            channel.name().toLowerCase(Locale.ROOT),
            "outcome",
            outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .increment();
  }

  /** A delivery whose first attempt had an unknown end: the subscriber may have it twice. */
  void repeated(Channel channel) {
    registry
        .counter("paperflow.notifier.repeats", "channel", channel.name().toLowerCase(Locale.ROOT))
        .increment();
  }

  /** A subscription to which nothing is delivered any more. */
  void stopped(Channel channel) {
    registry
        .counter("paperflow.notifier.stopped", "channel", channel.name().toLowerCase(Locale.ROOT))
        .increment();
  }
}
