package io.paperflow.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The silence that a host asked for. When it does not say how long: a minute, and twice as long
 * each time until it answers again, up to an hour. Pure arithmetic; not thread-safe.
 */
final class Silence {

  private static final Duration UNSAID = Duration.ofMinutes(1);
  private static final int DOUBLINGS = 6;
  private static final Duration LONGEST_UNSAID = Duration.ofHours(1);

  /** Against nonsense: no host is lost for longer because of one answer. */
  private static final Duration LONGEST = Duration.ofDays(1);

  private Instant until = Instant.MIN;
  private int asked;

  Instant opening(Instant now) {
    return until.isAfter(now) ? until : now;
  }

  void asked(Optional<Duration> said, Duration least, Instant now) {
    // Requests that were open together are told the same once.
    if (!until.isAfter(now)) {
      asked++;
    }
    Duration silence = said.orElseGet(this::unsaid);
    silence = silence.compareTo(least) < 0 ? least : silence;
    silence = silence.compareTo(LONGEST) > 0 ? LONGEST : silence;
    Instant end = now.plus(silence);
    until = end.isAfter(until) ? end : until;
  }

  private Duration unsaid() {
    Duration silence = UNSAID.multipliedBy(1L << Math.clamp(asked - 1, 0, DOUBLINGS));
    return silence.compareTo(LONGEST_UNSAID) > 0 ? LONGEST_UNSAID : silence;
  }

  void succeeded() {
    asked = 0;
  }

  void restore(Instant notBefore, Instant now) {
    Instant latest = now.plus(LONGEST);
    until = notBefore.isAfter(latest) ? latest : notBefore;
  }
}
