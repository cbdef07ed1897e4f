package io.paperflow.http;

import io.paperflow.http.Request.Kind;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** The requests that count in a quota. Pure arithmetic; not thread-safe. */
final class QuotaWindow {

  private final Quota quota;

  /** When those that were answered cease to count, in order. */
  private final Deque<Instant> answered = new ArrayDeque<>();

  private int open;

  QuotaWindow(Quota quota) {
    this.quota = quota;
  }

  boolean covers(Kind kind) {
    return quota.kinds().contains(kind);
  }

  /** When the next request may start; {@link Instant#MAX} when that depends on open requests. */
  Instant opening(Priority priority, Instant now) {
    forget(now);
    int tooMany = open + answered.size() + 1 - quota.requests(priority);
    if (tooMany <= 0) {
      return now;
    }
    return answered.stream().skip(tooMany - 1).findFirst().orElse(Instant.MAX);
  }

  void started() {
    open++;
  }

  /** The answer began, or will not come. */
  void answered(Instant now, boolean free) {
    open--;
    if (!free) {
      answered.add(now.plus(quota.per()));
    }
  }

  int left(Instant now) {
    forget(now);
    return Math.max(0, quota.requests() - open - answered.size());
  }

  BudgetState.Use use(Instant now) {
    forget(now);
    Instant until =
        open > 0 ? now.plus(quota.per()) : answered.isEmpty() ? now : answered.getLast();
    return new BudgetState.Use(quota, open + answered.size(), until);
  }

  /** Takes over what a predecessor used of the same quota, before any request of one's own. */
  void restore(BudgetState.Use use, Instant now) {
    if (use.quota().equals(quota)) {
      Instant latest = now.plus(quota.per());
      Instant until = use.until().isBefore(latest) ? use.until() : latest;
      for (int i = 0; i < Math.min(use.requests(), quota.requests()); i++) {
        answered.add(until);
      }
    }
  }

  private void forget(Instant now) {
    while (!answered.isEmpty() && !answered.getFirst().isAfter(now)) {
      answered.removeFirst();
    }
  }
}
