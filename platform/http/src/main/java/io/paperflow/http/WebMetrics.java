package io.paperflow.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.paperflow.http.Request.Kind;
import java.time.Duration;
import java.util.Locale;

/**
 * Meters of the web. Each request that was sent is counted once in {@code paperflow.http.requests},
 * by what came of it; redirects and robots.txt are requests, too. Who was turned away before is
 * counted in {@code paperflow.http.late}. Hosts of which nothing is known share the budget {@code
 * other}.
 */
final class WebMetrics {

  private final MeterRegistry registry;
  private final Hosts hosts;

  WebMetrics(MeterRegistry registry, Hosts hosts) {
    this.registry = registry;
    this.hosts = hosts;
  }

  /** Shows the state of a budget. */
  void watch(HostPolicy policy, Turnstile turnstile, Time time) {
    Tags tags = tags(policy);
    for (Kind kind : Kind.values()) {
      Gauge.builder(
              "paperflow.http.budget.left",
              turnstile,
              t -> t.ask(budget -> budget.left(kind, time.now())))
          .description("Requests that the quotas allow at this moment")
          .tags(tags.and("kind", kind.name().toLowerCase(Locale.ROOT)))
          .register(registry);
    }
    Gauge.builder("paperflow.http.share", turnstile, t -> t.ask(Budget::share))
        .description("Part of the allowed rate that is used, lower after trouble")
        .tags(tags)
        .register(registry);
    Gauge.builder(
            "paperflow.http.breaker", turnstile, t -> t.ask(budget -> budget.breaker().number()))
        .description("0 closed, 1 half open, 2 open")
        .tags(tags)
        .register(registry);
  }

  void waited(HostPolicy policy, Duration wait) {
    registry.timer("paperflow.http.wait", tags(policy)).record(wait);
  }

  void late(HostPolicy policy) {
    registry.counter("paperflow.http.late", tags(policy)).increment();
  }

  /** A request came to its end, or the head of its content came. */
  void outcome(HostPolicy policy, String outcome) {
    registry.counter("paperflow.http.requests", tags(policy).and("outcome", outcome)).increment();
  }

  private Tags tags(HostPolicy policy) {
    return Tags.of("budget", hosts.isKnown(policy) ? policy.name() : "other");
  }
}
