package io.paperflow.http;

import io.paperflow.http.Request.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What the server says is left, which counts others at the same address, too. Requests that are
 * open when it says so may be unknown to it, so they are taken off. Pure arithmetic; not
 * thread-safe.
 */
final class ServerWindows {

  /** Answers of one window tell its end with this tolerance. */
  private static final Duration SAME = Duration.ofSeconds(3);

  private static final int MOST = 16;

  private final Map<Key, Window> windows = new HashMap<>();
  private final Map<Kind, Integer> open = new HashMap<>();

  private record Key(Kind kind, String resource) {}

  private record Window(int left, Instant end) {}

  Instant opening(Kind kind, Instant now) {
    windows.values().removeIf(window -> !window.end.isAfter(now));
    return windows.entrySet().stream()
        .filter(entry -> entry.getKey().kind == kind && entry.getValue().left <= 0)
        .map(entry -> entry.getValue().end)
        .max(Instant::compareTo)
        .orElse(now);
  }

  void started(Kind kind) {
    open.merge(kind, 1, Integer::sum);
    windows.replaceAll(
        (key, window) -> key.kind == kind ? new Window(window.left - 1, window.end) : window);
  }

  void answered(Kind kind) {
    open.merge(kind, -1, Integer::sum);
  }

  /** An answer said so; it is no longer open. */
  void said(Kind kind, RateLimit limit, Instant now) {
    Window said = new Window(limit.left() - open.getOrDefault(kind, 0), now.plus(limit.reset()));
    Key key = new Key(kind, windows.size() < MOST ? limit.resource() : "");
    windows.merge(key, said, ServerWindows::newer);
  }

  private static Window newer(Window before, Window said) {
    boolean same = Duration.between(before.end, said.end).abs().compareTo(SAME) <= 0;
    return same
        ? new Window(
            Math.min(before.left, said.left), before.end.isAfter(said.end) ? before.end : said.end)
        : said;
  }
}
