package io.paperflow.http;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The turnstile of each budget, made when it is first needed. Thread-safe. */
final class Budgets {

  /** Hosts of which nothing is known are forgotten when there are more and they are idle. */
  private static final int KEPT = 1000;

  private static final Duration LATELY = Duration.ofHours(1);

  private final Hosts hosts;
  private final Time time;
  private final WebMetrics metrics;
  private final Map<String, Kept> byName = new HashMap<>();

  private record Kept(Turnstile turnstile, Instant usedAt) {}

  Budgets(Hosts hosts, Time time, WebMetrics metrics) {
    this.hosts = hosts;
    this.time = time;
    this.metrics = metrics;
  }

  synchronized Turnstile of(HostPolicy policy) {
    Instant now = time.now();
    Kept kept = byName.get(policy.name());
    Turnstile turnstile = kept == null ? made(policy, now) : kept.turnstile;
    byName.put(policy.name(), new Kept(turnstile, now));
    return turnstile;
  }

  /** What a robots.txt asks for between two pages. */
  void crawlDelay(Target target, Duration asked) {
    of(hosts.ofAuthority(target.authority())).change(budget -> budget.crawlDelay(asked));
  }

  private Turnstile made(HostPolicy policy, Instant now) {
    if (byName.size() >= KEPT) {
      // An hour is more than any request needs from here to the turnstile.
      byName
          .values()
          .removeIf(kept -> kept.usedAt.plus(LATELY).isBefore(now) && kept.turnstile.isIdle());
    }
    Turnstile turnstile = new Turnstile(policy, time);
    if (hosts.isKnown(policy)) {
      metrics.watch(policy, turnstile, time);
    }
    return turnstile;
  }
}
