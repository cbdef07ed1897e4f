package io.paperflow.http;

import io.paperflow.http.Answer.Category;
import io.paperflow.http.Budget.Permit;
import io.paperflow.http.Step.Done;
import io.paperflow.http.Turnstile.Late;
import io.paperflow.http.Turnstile.Through;
import io.paperflow.http.Wire.Call;
import io.paperflow.http.Wire.Reply;
import io.paperflow.http.Wire.WireException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** One request to one host, within its budget. Thread-safe. */
final class Visit {

  private final Hosts hosts;
  private final Budgets budgets;
  private final Wire wire;
  private final Time time;
  private final WebMetrics metrics;
  private final String userAgent;

  Visit(Hosts hosts, Budgets budgets, Wire wire, Time time, WebMetrics metrics, String userAgent) {
    this.hosts = hosts;
    this.budgets = budgets;
    this.wire = wire;
    this.time = time;
    this.metrics = metrics;
    this.userAgent = userAgent;
  }

  Step visit(Request request, Target target) throws InterruptedException {
    HostPolicy policy = hosts.ofAuthority(target.authority());
    if (!target.isTls() && !policy.access().plainHttp()) {
      return new Done(
          new Answer.Refused(
              0,
              "scheme",
              target.shown() + ": http without TLS is not allowed for this host by the settings",
              ""));
    }
    Turnstile turnstile = budgets.of(policy);
    Instant arrived = time.now();
    Turnstile.Entry entry =
        turnstile.enter(request.kind(), request.priority(), request.limits().patience());
    metrics.waited(policy, Duration.between(arrived, time.now()));
    return switch (entry) {
      case Through(Permit permit) ->
          send(request, target, policy, turnstile, new Stay(turnstile, permit));
      case Late late -> {
        metrics.late(policy);
        yield new Done(late(late, target, policy));
      }
    };
  }

  private Answer late(Late late, Target target, HostPolicy policy) {
    String why =
        late.broken()
            ? " is left alone for a while after several failures"
            : " is not asked faster than it allows";
    return new Answer.Unavailable(
        late.broken() ? "breaker-open" : "budget",
        late.broken() ? Category.TRANSIENT : Category.OVERLOAD,
        target.shown() + ": " + policy.name() + why,
        time.wall(late.opening()));
  }

  private Step send(
      Request request, Target target, HostPolicy policy, Turnstile turnstile, Stay stay)
      throws InterruptedException {
    Instant start = time.now();
    Reading reading = new Reading(request, target, time, stay, () -> retryAt(request, turnstile));
    try {
      Reply reply = wire.send(call(request, target, policy));
      Duration took = Duration.between(start, time.now());
      Step step = reading.of(reply, isSlow(took, request.limits()));
      metrics.outcome(policy, step.outcome());
      return step;
    } catch (WireException e) {
      if (Thread.interrupted()) {
        stay.finished(Verdict.NOTHING);
        throw new InterruptedException("while asking " + target.shown());
      }
      Step step = reading.of(e);
      metrics.outcome(policy, step.outcome());
      return step;
    } catch (RuntimeException | Error e) {
      stay.finished(Verdict.NOTHING);
      throw e;
    }
  }

  private Instant retryAt(Request request, Turnstile turnstile) {
    return time.wall(turnstile.opening(request.kind(), request.priority()));
  }

  /** Half of what is allowed is a sign of load. */
  private static boolean isSlow(Duration took, Limits limits) {
    return took.multipliedBy(2).compareTo(limits.firstByte()) > 0;
  }

  private Call call(Request request, Target target, HostPolicy policy) {
    Map<String, String> headers = new HashMap<>(request.headers());
    headers.put("User-Agent", userAgent);
    headers.put("Accept-Encoding", Expansion.ACCEPTED);
    request.validators().etag().ifPresent(etag -> headers.put("If-None-Match", etag));
    request.validators().lastModified().ifPresent(date -> headers.put("If-Modified-Since", date));
    policy
        .access()
        .token()
        .ifPresent(token -> headers.put("Authorization", "Bearer " + token.value()));
    return new Call(
        target, headers, request.json(), request.limits(), policy.access().privateAddresses());
  }
}
