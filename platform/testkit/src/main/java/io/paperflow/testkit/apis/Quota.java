package io.paperflow.testkit.apis;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hugging Face's limit of requests in fixed windows. Thread-safe. */
final class Quota {

  private static final Pattern RESET = Pattern.compile(";t=(\\d+)");

  private static final long WINDOW_SECONDS = 300;

  private final String name;
  private final int requests;
  private final InstantSource clock;
  private long window = Long.MIN_VALUE;
  private int used;

  Quota(String name, int requests, InstantSource clock) {
    this.name = name;
    this.requests = requests;
    this.clock = clock;
  }

  /** Counts a request, and tells with its answer what is left; refuses it when nothing is. */
  synchronized Answer spend(Answer answer) {
    Instant now = clock.instant();
    long current = now.getEpochSecond() / WINDOW_SECONDS;
    if (current != window) {
      window = current;
      used = 0;
    }
    long left = (current + 1) * WINDOW_SECONDS - now.getEpochSecond();
    boolean granted = used < requests;
    used += granted ? 1 : 0;
    Answer told = granted ? answer : Answer.of(429, "application/json", "{\"error\":\"Too Many\"}");
    return told.with("ratelimit", "\"%s\";r=%d;t=%d".formatted(name, requests - used, left))
        .with(
            "ratelimit-policy",
            "\"fixed window\";\"%s\";q=%d;w=%d".formatted(name, requests, WINDOW_SECONDS));
  }

  /** How long an answer tells to wait for the next window. */
  static Optional<Duration> reset(Answer answer) {
    return answer
        .header("ratelimit")
        .map(RESET::matcher)
        .filter(Matcher::find)
        .map(found -> Duration.ofSeconds(Long.parseLong(found.group(1))));
  }
}
