package io.paperflow.http;

import io.paperflow.http.Request.Kind;
import io.paperflow.http.Simulation.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A server that allows so many requests in each window of its clock, and says so as told. */
final class LimitedServer implements Simulation.Server {

  /** What it says about its limit. */
  enum Speech {
    NOTHING,
    RETRY_AFTER,
    RATE_LIMIT,
    X_RATE_LIMIT
  }

  private static final Duration WAY = Duration.ofMillis(40);
  private static final Duration WORK = Duration.ofMillis(150);
  private static final Duration BODY = Duration.ofMillis(60);

  private final int limit;
  private final Duration window;
  private final int usedByOthers;
  private final Speech speech;
  private long current = -1;
  private int used;

  /**
   * @param usedByOthers at the same address, in each window
   */
  LimitedServer(int limit, Duration window, int usedByOthers, Speech speech) {
    this.limit = limit;
    this.window = window;
    this.usedByOthers = usedByOthers;
    this.speech = speech;
  }

  @Override
  public Response answer(int number, Kind kind, Instant startedAt) {
    long arrived = startedAt.plus(WAY).toEpochMilli();
    long index = arrived / window.toMillis();
    used = index == current ? used : usedByOthers;
    current = index;
    used++;
    long reset = ((index + 1) * window.toMillis() - arrived) / 1000;
    int left = Math.max(0, limit - used);
    int status = used > limit ? 429 : 200;
    return new Response(
        status,
        Headers.of(says(status, left, reset, arrived / 1000 + reset)),
        WAY,
        WORK.plus(WAY),
        BODY);
  }

  private Map<String, String> says(int status, int left, long reset, long resetAt) {
    Map<String, String> headers = new HashMap<>();
    switch (speech) {
      case NOTHING -> {}
      case RETRY_AFTER -> {
        if (status == 429) {
          headers.put("Retry-After", "" + reset);
        }
      }
      case RATE_LIMIT -> headers.put("RateLimit", "\"api\";r=" + left + ";t=" + reset);
      case X_RATE_LIMIT -> {
        headers.put("X-RateLimit-Remaining", "" + left);
        headers.put("X-RateLimit-Reset", "" + resetAt);
      }
    }
    return headers;
  }
}
