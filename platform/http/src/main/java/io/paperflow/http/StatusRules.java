package io.paperflow.http;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What each status means for the limits: the table of package-info. Pure. */
final class StatusRules {

  private StatusRules() {}

  /**
   * Reads the head of an answer.
   *
   * @param beginning of its body, where that was read
   * @param now by the clock on the wall, for dates in header fields
   */
  static Signals signals(int status, Headers headers, String beginning, Instant now) {
    List<RateLimit> limits = RateHeaders.limits(headers, now);
    Optional<Duration> retryAfter = RateHeaders.retryAfter(headers, now);
    Optional<Duration> reset =
        limits.stream()
            .filter(limit -> limit.left() == 0)
            .map(RateLimit::reset)
            .max(Duration::compareTo);
    Verdict verdict = verdict(status, retryAfter.isPresent(), reset.isPresent(), beginning);
    return new Signals(verdict, status == 429, retryAfter.or(() -> reset), limits, status == 304);
  }

  private static Verdict verdict(
      int status, boolean retryAfter, boolean nothingLeft, String beginning) {
    return switch (status) {
      case 429 -> Verdict.ASKED_FOR_LESS;
      case 403 ->
          retryAfter || nothingLeft || speaksOfLimit(beginning)
              ? Verdict.ASKED_FOR_LESS
              : Verdict.FINE;
      case 503 -> retryAfter ? Verdict.ASKED_FOR_LESS : Verdict.TROUBLE;
      case 408, 425 -> Verdict.TROUBLE;
      case 501, 505 -> Verdict.FINE;
      default -> status >= 500 ? Verdict.TROUBLE : Verdict.FINE;
    };
  }

  private static boolean speaksOfLimit(String beginning) {
    return beginning.toLowerCase(Locale.ROOT).contains("rate limit");
  }
}
