package io.paperflow.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.http.Request.Kind;
import io.paperflow.http.Simulation.Exchange;
import io.paperflow.http.Simulation.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever a server answers, and however long anything takes on the way. */
final class BudgetPropertiesTest {

  private static final int[] STATUSES = {
    0, 200, 200, 200, 200, 301, 304, 304, 403, 404, 429, 429, 500, 503, 503
  };

  @Property(tries = 200)
  void noQuotaIsExceededAsCountedByTheServer(@ForAll Random random) {
    HostPolicy policy = policy(random);
    List<Exchange> exchanges = simulated(random, policy).run();

    for (Quota quota : policy.quotas()) {
      int most = Simulation.mostArrivals(exchanges, quota, policy.unchangedIsFree());
      assertTrue(most <= quota.requests(), () -> most + " arrived, allowed was " + quota);
    }
  }

  @Property(tries = 200)
  void noMoreConnectionsAreOpenThanAllowed(@ForAll Random random) {
    HostPolicy policy = policy(random);
    List<Exchange> exchanges = simulated(random, policy).run();

    assertTrue(Simulation.mostOpen(exchanges) <= policy.connections());
  }

  @Property(tries = 200)
  void silenceThatWasAskedForIsKept(@ForAll Random random) {
    List<Exchange> exchanges = simulated(random, policy(random)).run();

    for (Exchange asked : exchanges) {
      Signals signals =
          StatusRules.signals(
              asked.response().status(), asked.response().headers(), "", Instant.EPOCH);
      if (signals.verdict() == Verdict.ASKED_FOR_LESS) {
        Instant until = asked.answeredAt().plus(signals.pause().orElse(Duration.ofMinutes(1)));
        assertTrue(
            exchanges.stream()
                .noneMatch(
                    other ->
                        other.startedAt().isAfter(asked.answeredAt())
                            && other.startedAt().isBefore(until)));
      }
    }
  }

  @Property(tries = 200)
  void nobodyGoesBeforeWhoHasHigherPriority(@ForAll Random random) {
    List<Exchange> exchanges = simulated(random, policy(random)).run();

    for (Exchange exchange : exchanges) {
      assertTrue(
          exchange.waitingThen().stream()
              .noneMatch(waiting -> waiting.priority().compareTo(exchange.job().priority()) < 0));
    }
  }

  @Property(tries = 200)
  void whateverIsWantedIsHadInTheEnd(@ForAll Random random) {
    Simulation simulation = simulated(random, policy(random));
    long had = simulation.run().stream().filter(exchange -> fine(exchange.response())).count();

    assertEquals(30, had);
  }

  @Property(tries = 200)
  void successorAndPredecessorTogetherKeepTheQuotas(@ForAll Random random) {
    HostPolicy policy = policy(random);
    Budget first = new Budget(policy);
    Quota quota = policy.quotas().getFirst();
    Kind kind = quota.kinds().iterator().next();
    Instant now = VirtualTime.START;
    int before = 0;
    while (!first.opening(kind, Priority.LIVE, now).isAfter(now) && before < quota.requests()) {
      Budget.Permit permit = first.start(kind, now);
      first.answered(permit, Signals.none(Verdict.FINE), now);
      first.finished(permit, Verdict.FINE, now);
      before++;
    }
    Budget second = new Budget(policy);
    second.restore(first.state(now), now);
    int after = 0;
    while (!second.opening(kind, Priority.LIVE, now).isAfter(now) && after < 100) {
      Budget.Permit permit = second.start(kind, now);
      second.answered(permit, Signals.none(Verdict.FINE), now);
      second.finished(permit, Verdict.FINE, now);
      after++;
    }
    assertTrue(before + after <= quota.requests());
  }

  private static boolean fine(Response response) {
    return response.status() != 0
        && StatusRules.signals(response.status(), response.headers(), "", Instant.EPOCH).verdict()
            == Verdict.FINE;
  }

  private static HostPolicy policy(Random random) {
    List<Quota> quotas =
        List.of(
            Quota.of(1 + random.nextInt(5), Duration.ofMillis(500 + random.nextInt(10_000))),
            new Quota(
                random.nextBoolean() ? Set.of(Kind.API) : Set.of(Kind.PAGE),
                1 + random.nextInt(10),
                Duration.ofMillis(1000 + random.nextInt(60_000))));
    HostPolicy policy = HostPolicy.of("any", Set.of("any"), 1 + random.nextInt(4), quotas);
    return random.nextBoolean() ? policy.withUnchangedFree() : policy;
  }

  private static Simulation simulated(Random random, HostPolicy policy) {
    Simulation simulation = new Simulation(policy, (_, _, _) -> response(random));
    for (int i = 0; i < 30; i++) {
      simulation.want(
          List.of(Kind.values()).get(random.nextInt(2)),
          List.of(Priority.values()).get(random.nextInt(3)),
          Duration.ofMillis(random.nextInt(60_000)));
    }
    return simulation;
  }

  private static Response response(Random random) {
    int status = STATUSES[random.nextInt(STATUSES.length)];
    Headers headers =
        switch (random.nextInt(4)) {
          case 0 -> Headers.of(Map.of("Retry-After", "" + random.nextInt(100)));
          case 1 ->
              Headers.of(
                  Map.of(
                      "RateLimit", "\"api\";r=" + random.nextInt(3) + ";t=" + random.nextInt(60)));
          default -> Headers.NONE;
        };
    return new Response(
        status,
        headers,
        Duration.ofMillis(random.nextInt(2000)),
        Duration.ofMillis(random.nextInt(5000)),
        Duration.ofMillis(random.nextInt(5000)));
  }
}
