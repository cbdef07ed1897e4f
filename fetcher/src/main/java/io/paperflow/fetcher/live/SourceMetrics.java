package io.paperflow.fetcher.live;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.paperflow.fetcher.agenda.Progress;
import io.paperflow.fetcher.audit.AuditRun;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/**
 * Meters of sources. The gauges of a source are there while this instance has its lease, so that
 * the replicas' figures can be added up. Thread-safe.
 */
public final class SourceMetrics {

  private static final double[] PERCENTILES = {0.5, 0.95, 0.99};

  private final MeterRegistry registry;
  private final InstantSource clock;
  private final Map<String, Progress> progress = new ConcurrentHashMap<>();
  private final Map<String, List<Meter>> gauges = new ConcurrentHashMap<>();

  /** Meters in a registry. */
  public SourceMetrics(MeterRegistry registry, InstantSource clock) {
    this.registry = registry;
    this.clock = clock;
  }

  /** A step was made. */
  void step(String source, StepOutcome outcome, Duration took) {
    Tags tags = Tags.of("source", source);
    registry.counter("paperflow.source.documents", tags).increment(outcome.documents());
    registry.counter("paperflow.source.bytes", tags).increment((double) outcome.bytes());
    registry.counter("paperflow.source.refused", tags).increment(outcome.refused());
    outcome.trouble().ifPresent(trouble -> failed(source, trouble.code()));
    registry.timer("paperflow.source.step", tags).record(took);
  }

  /** A step, of reading or of listing, failed. */
  void failed(String source, String code) {
    registry
        .counter("paperflow.source.failures", Tags.of("source", source, "code", code))
        .increment();
  }

  /** A document was published which the source shows since then. */
  void published(String source, Instant shownAt) {
    Duration after = Duration.between(shownAt, clock.instant());
    Timer.builder("paperflow.source.published.after")
        .description("From when a source shows a document to its publication")
        .tags(Tags.of("source", source))
        .publishPercentiles(PERCENTILES)
        .register(registry)
        .record(after.isNegative() ? Duration.ZERO : after);
  }

  /** The live reading of a source is so far. */
  void progress(String source, Progress live) {
    progress.put(source, live);
    gauges.computeIfAbsent(source, this::register);
  }

  private List<Meter> register(String source) {
    List<Meter> meters = new ArrayList<>();
    meters.add(
        gauge(
            source,
            "paperflow.source.lag",
            "How long ago that was up to which everything is published",
            live -> seconds(live.readUpTo().map(upTo -> Duration.between(upTo, clock.instant())))));
    meters.add(
        gauge(
            source,
            "paperflow.source.failing",
            "Steps in a row that failed",
            live -> (double) live.failures()));
    meters.add(
        gauge(
            source,
            "paperflow.source.last.success",
            "When a step last succeeded, in seconds since 1970",
            live -> live.succeededAt().map(at -> (double) at.getEpochSecond()).orElse(Double.NaN)));
    return meters;
  }

  private static double seconds(Optional<Duration> duration) {
    return duration.map(d -> (double) d.toMillis() / 1000.0).orElse(Double.NaN);
  }

  private Meter gauge(String source, String name, String what, ToDoubleFunction<Progress> value) {
    return Gauge.builder(
            name,
            () -> {
              Progress live = progress.get(source);
              return live == null ? Double.NaN : value.applyAsDouble(live);
            })
        .description(what)
        .tags(Tags.of("source", source))
        .register(registry);
  }

  /** An audit came to its end. */
  void audited(String source, AuditRun.Result result) {
    Tags tags = Tags.of("source", source);
    registry.counter("paperflow.source.audit.listed", tags).increment(result.listed());
    registry.counter("paperflow.source.audit.missed", tags).increment(result.missed());
    registry.counter("paperflow.source.audit.missing", tags).increment(result.missing());
  }

  /** This instance has the lease of a source no more. */
  void gone(String source) {
    progress.remove(source);
    Optional.ofNullable(gauges.remove(source)).ifPresent(all -> all.forEach(registry::remove));
  }
}
