package io.paperflow.http;

import io.paperflow.http.Request.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * All limits of the hosts that share a budget, together: a request may start when each of them lets
 * it. Pure arithmetic, time is given; not thread-safe.
 */
final class Budget {

  private final HostPolicy policy;
  private final List<QuotaWindow> quotas;
  private final ServerWindows server = new ServerWindows();
  private final Silence silence = new Silence();
  private final Breaker breaker = new Breaker();
  private final Share share = new Share();
  private Instant lastMove = Instant.MIN;
  private Instant lastPage = Instant.MIN;
  private Duration crawlDelay = Duration.ZERO;
  private int connections;
  private boolean pageOpen;

  Budget(HostPolicy policy) {
    this.policy = policy;
    this.quotas = policy.quotas().stream().map(QuotaWindow::new).toList();
  }

  /** Right to one request; held until it is finished. */
  record Permit(Kind kind, boolean probe) {}

  /**
   * When a request may start.
   *
   * @return at least now; {@link Instant#MAX} when that depends on requests that are open
   */
  Instant opening(Kind kind, Priority priority, Instant now) {
    if (connections >= share.connections(connections(priority))) {
      return Instant.MAX;
    }
    return Stream.concat(
            quotas.stream()
                .filter(quota -> quota.covers(kind))
                .map(quota -> quota.opening(priority, now)),
            Stream.of(
                now,
                silence.opening(now),
                breaker.opening(now),
                server.opening(kind, now),
                after(lastMove, share.gap(policy.pace())),
                crawlOpening(kind)))
        .max(Instant::compareTo)
        .orElse(now);
  }

  /** History takes long bodies: one connection is left for what is more urgent. */
  private int connections(Priority priority) {
    return priority == Priority.BACKFILL
        ? Math.max(1, policy.connections() - 1)
        : policy.connections();
  }

  private Instant crawlOpening(Kind kind) {
    if (kind == Kind.API || crawlDelay.isZero()) {
      return Instant.MIN;
    }
    return pageOpen ? Instant.MAX : after(lastPage, crawlDelay);
  }

  private static Instant after(Instant moment, Duration span) {
    return moment.equals(Instant.MIN) ? moment : moment.plus(span);
  }

  /** A request starts, whose opening has come. */
  Permit start(Kind kind, Instant now) {
    connections++;
    quotas.stream().filter(quota -> quota.covers(kind)).forEach(QuotaWindow::started);
    server.started(kind);
    pageOpen |= kind == Kind.PAGE;
    lastMove = now;
    return new Permit(kind, breaker.started());
  }

  /** The head of its answer came, or will not come. Once for each permit. */
  void answered(Permit permit, Signals signals, Instant now) {
    boolean free = signals.unchanged() && policy.unchangedIsFree();
    quotas.stream()
        .filter(quota -> quota.covers(permit.kind()))
        .forEach(quota -> quota.answered(now, free));
    server.answered(permit.kind());
    signals.limits().forEach(limit -> server.said(permit.kind(), limit, now));
    if (signals.verdict() == Verdict.ASKED_FOR_LESS) {
      Duration least = signals.tooMany() ? policy.leastSilence() : Duration.ZERO;
      silence.asked(signals.pause(), least, now);
    }
    if (signals.verdict() != Verdict.TROUBLE && signals.verdict() != Verdict.NOTHING) {
      breaker.answered(permit.probe());
    }
    if (permit.kind() == Kind.PAGE) {
      pageOpen = false;
      lastPage = now;
    }
    lastMove = now;
  }

  /** Its body came to an end, or will not. Once for each permit, after {@link #answered}. */
  void finished(Permit permit, Verdict verdict, Instant now) {
    connections--;
    switch (verdict) {
      case FINE -> {
        share.more();
        silence.succeeded();
        breaker.succeeded();
      }
      case SLOW -> {
        share.less();
        silence.succeeded();
        breaker.succeeded();
      }
      case ASKED_FOR_LESS -> share.less();
      case TROUBLE -> {
        share.less();
        breaker.failed(permit.probe(), now);
      }
      case NOTHING -> breaker.undecided(permit.probe());
    }
  }

  /** What the host's robots.txt asks for between two pages; the longest that was seen holds. */
  void crawlDelay(Duration asked) {
    crawlDelay = asked.compareTo(crawlDelay) > 0 ? asked : crawlDelay;
  }

  int left(Kind kind, Instant now) {
    return quotas.stream()
        .filter(quota -> quota.covers(kind))
        .mapToInt(quota -> quota.left(now))
        .min()
        .orElse(0);
  }

  double share() {
    return share.value();
  }

  Breaker.State breaker() {
    return breaker.state();
  }

  /** Whether nothing needs to be remembered. */
  boolean blank(Instant now) {
    return connections == 0
        && share.value() >= 1
        && breaker.state() == Breaker.State.CLOSED
        && Stream.of(Kind.values())
            .allMatch(kind -> opening(kind, Priority.BACKFILL, now).equals(now));
  }

  BudgetState state(Instant now) {
    Instant notBefore =
        Stream.of(
                silence.opening(now),
                breaker.opening(now).equals(Instant.MAX) ? now : breaker.opening(now),
                after(lastMove, share.gap(policy.pace())))
            .max(Instant::compareTo)
            .orElse(now);
    return new BudgetState(
        policy.name(),
        notBefore.isAfter(now) ? notBefore : now,
        quotas.stream().map(quota -> quota.use(now)).filter(use -> use.requests() > 0).toList());
  }

  /** Takes over from a predecessor, before any request of one's own. */
  void restore(BudgetState state, Instant now) {
    silence.restore(state.notBefore(), now);
    state.uses().forEach(use -> quotas.forEach(quota -> quota.restore(use, now)));
  }
}
