package io.paperflow.http;

import io.paperflow.http.Request.Kind;
import java.time.Duration;
import java.util.Set;

/**
 * How many requests a host takes: at most so many in any span of time, however it is laid. A
 * request counts from its start until a span after its answer began, which is never less strict
 * than what the server counts, wherever between the two it notices the request.
 *
 * @param kinds of requests which share it
 * @param requests at least 1
 * @param per the span
 */
public record Quota(Set<Kind> kinds, int requests, Duration per) {

  public Quota {
    kinds = Set.copyOf(kinds);
    if (kinds.isEmpty() || requests < 1 || per.isNegative() || per.isZero()) {
      throw new IllegalArgumentException(
          "at least 1 request in a positive time was expected, not " + requests + " in " + per);
    }
  }

  /** A quota for all requests. */
  public static Quota of(int requests, Duration per) {
    return new Quota(Set.of(Kind.values()), requests, per);
  }

  /** A quota for requests of one kind. */
  public static Quota of(Kind kind, int requests, Duration per) {
    return new Quota(Set.of(kind), requests, per);
  }

  Quota part(int percent) {
    return new Quota(kinds, Math.max(1, requests * percent / 100), per);
  }

  /** How many of them a priority may use: a part is left for what may come and is more urgent. */
  int requests(Priority priority) {
    return switch (priority) {
      case LIVE -> requests;
      case REFRESH -> requests - requests / 10;
      case BACKFILL -> requests - requests / 4;
    };
  }

  /** The time from one request to the next when they are spread evenly. */
  Duration pace() {
    return per.dividedBy(requests);
  }
}
