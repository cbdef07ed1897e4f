package io.paperflow.catalogue.page;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts requests by client, minute by minute. Memory is bounded: clients beyond a number share one
 * count. Thread-safe.
 */
final class RequestRates {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int MOST_CLIENTS = 100_000;
  private static final String OTHERS = "";

  private final int most;
  private final InstantSource clock;
  private final Map<String, Integer> counts = new HashMap<>();
  private Instant end;

  /**
   * No requests yet.
   *
   * @param most of one client in a minute; 0 for any number
   */
  RequestRates(int most, InstantSource clock) {
    this.most = most;
    this.clock = clock;
    this.end = clock.instant().plus(MINUTE);
  }

  /** Counts a request; when it is one too many, how long to wait. */
  synchronized Optional<Duration> count(String client) {
    if (most == 0) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    if (!now.isBefore(end)) {
      counts.clear();
      end = now.plus(MINUTE);
    }
    String name = counts.size() < MOST_CLIENTS || counts.containsKey(client) ? client : OTHERS;
    return counts.merge(name, 1, Integer::sum) <= most
        ? Optional.empty()
        : Optional.of(Duration.between(now, end));
  }
}
