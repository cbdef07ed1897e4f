package io.paperflow.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.paperflow.http.LimitedServer.Speech;
import io.paperflow.http.Request.Kind;
import io.paperflow.http.Simulation.Exchange;
import io.paperflow.http.Simulation.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * How the client behaves against limited servers, in virtual time. The report is checked in, so
 * that a change of policy shows as a difference.
 */
final class SimulationReportTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration SOON = Duration.ofMillis(200);

  private static final String HEAD =
      """
      # Against limited servers, in virtual time

      Written by SimulationReportTest, which fails when it would write something else. A request
      that got no content is made again as soon as the budget lets it. "Worst wait" is the longest
      time from wanting to starting at live priority, where those come one by one.

      | what | requests | 2xx | 429 | 5xx, none | first to last | most in the window | most open | worst wait |
      |---|--:|--:|--:|--:|--:|--:|--:|--:|
      """;

  private final StringBuilder report = new StringBuilder(HEAD);

  @Test
  void behavesAsReported() throws IOException {
    arxiv();
    huggingFace();
    forges();
    others();

    Path checkedIn =
        Path.of(System.getProperty("paperflow.root", "../.."), "platform", "http", "simulation.md");
    Path written = Path.of("target", "simulation.md");
    Files.createDirectories(written.toAbsolutePath().getParent());
    Files.writeString(written, report);
    assertEquals(
        Files.readString(checkedIn),
        report.toString(),
        "if the change is intended, copy " + written + " to " + checkedIn);
  }

  private void arxiv() {
    Quota quota = Quota.of(1, Duration.ofSeconds(3));
    row(
        "arxiv: 100 pages at once, 1 in 3 s",
        all(simulation("arxiv", false, new LimitedServer(1, quota.per(), 0, Speech.NOTHING)), 100),
        quota);
    row(
        "arxiv: the 10th answer is a bare 429",
        all(simulation("arxiv", false, failing(n -> n == 9, 429)), 20),
        quota);
    row(
        "arxiv: 503 for the first half hour",
        all(simulation("arxiv", false, down(Duration.ofMinutes(30))), 20),
        quota);
    row(
        "arxiv: 2000 of backfill, a live one each minute",
        backfillAndLive(simulation("arxiv", false, always(200)), 50),
        quota);
  }

  private void huggingFace() {
    Quota quota = Quota.of(Kind.API, 500, FIVE_MINUTES);
    row(
        "huggingface: 1500 requests at once, 500 in 5 min",
        all(
            simulation(
                "huggingface", false, new LimitedServer(500, FIVE_MINUTES, 0, Speech.RATE_LIMIT)),
            1500),
        quota);
    row(
        "huggingface: the same, others at the address take 300",
        all(
            simulation(
                "huggingface", false, new LimitedServer(500, FIVE_MINUTES, 300, Speech.RATE_LIMIT)),
            1500),
        quota);
    row(
        "huggingface: the same with a token, 1000 in 5 min",
        all(
            simulation(
                "huggingface", true, new LimitedServer(1000, FIVE_MINUTES, 0, Speech.RATE_LIMIT)),
            1500),
        Quota.of(Kind.API, 1000, FIVE_MINUTES));
    row(
        "huggingface: 2000 of backfill, a live one each minute",
        backfillAndLive(
            simulation(
                "huggingface", false, new LimitedServer(500, FIVE_MINUTES, 0, Speech.RATE_LIMIT)),
            20),
        quota);
  }

  private void forges() {
    row(
        "github: 150 repositories at once, 60 an hour",
        all(simulation("github", false, new LimitedServer(60, HOUR, 0, Speech.X_RATE_LIMIT)), 150),
        Quota.of(60, HOUR));
    row(
        "github: the same with a token",
        all(simulation("github", true, new LimitedServer(5000, HOUR, 0, Speech.X_RATE_LIMIT)), 150),
        Quota.of(5000, HOUR));
    row(
        "gitlab: 1000 repositories at once, 400 a minute",
        all(
            simulation("gitlab", false, new LimitedServer(400, MINUTE, 0, Speech.RATE_LIMIT)),
            1000),
        Quota.of(400, MINUTE));
    row(
        "gitlab: the same, others at the address take 200",
        all(
            simulation("gitlab", false, new LimitedServer(400, MINUTE, 200, Speech.RETRY_AFTER)),
            1000),
        Quota.of(400, MINUTE));
    row(
        "gitee: 150 repositories at once, 60 an hour, and nothing said",
        all(simulation("gitee", false, new LimitedServer(60, HOUR, 0, Speech.NOTHING)), 150),
        Quota.of(60, HOUR));
    row(
        "bitbucket: 150 repositories at once, 60 an hour, and nothing said",
        all(simulation("bitbucket", false, new LimitedServer(60, HOUR, 0, Speech.NOTHING)), 150),
        Quota.of(60, HOUR));
    row(
        "codeberg: 1000 repositories at once, 2000 in 5 min",
        all(
            simulation(
                "codeberg", false, new LimitedServer(2000, FIVE_MINUTES, 0, Speech.RETRY_AFTER)),
            1000),
        Quota.of(2000, FIVE_MINUTES));
    row(
        "softwareheritage: 200 origins, 120 an hour, others take 50",
        all(
            simulation(
                "softwareheritage", false, new LimitedServer(120, HOUR, 50, Speech.X_RATE_LIMIT)),
            200),
        Quota.of(120, HOUR));
  }

  private void others() {
    Quota quota = Quota.of(1, Duration.ofSeconds(1));
    row(
        "unknown host: 100 requests at once",
        all(simulation("example.org", false, always(200)), 100),
        quota);
    row(
        "unknown host that allows 10 a minute and says nothing",
        all(
            simulation("example.org", false, new LimitedServer(10, MINUTE, 0, Speech.NOTHING)),
            100),
        quota);
    row(
        "unknown host that allows 10 a minute and says Retry-After",
        all(
            simulation("example.org", false, new LimitedServer(10, MINUTE, 0, Speech.RETRY_AFTER)),
            100),
        quota);
    row(
        "unknown host: away for an hour",
        all(simulation("example.org", false, down(HOUR)), 20),
        quota);
    row(
        "unknown host: each 4th answer is 500",
        all(simulation("example.org", false, failing(n -> n % 4 == 3, 500)), 100),
        quota);
  }

  private static Simulation simulation(String name, boolean token, Simulation.Server server) {
    Access access =
        new Access(token ? Optional.of(new Secret("token")) : Optional.empty(), false, false);
    return new Simulation(
        KnownHosts.named(name, access).orElseGet(() -> HostPolicy.polite(name, Set.of(name))),
        server);
  }

  private static Simulation backfillAndLive(Simulation simulation, int minutes) {
    for (int i = 0; i < 2000; i++) {
      simulation.want(Kind.API, Priority.BACKFILL, Duration.ZERO);
    }
    for (int i = 0; i < minutes; i++) {
      simulation.want(Kind.API, Priority.LIVE, MINUTE.multipliedBy(i));
    }
    return simulation;
  }

  private static Simulation all(Simulation simulation, int requests) {
    for (int i = 0; i < requests; i++) {
      simulation.want(Kind.API, Priority.LIVE, Duration.ZERO);
    }
    return simulation;
  }

  private static Simulation.Server always(int status) {
    return failing(_ -> true, status);
  }

  private static Simulation.Server failing(IntPredicate when, int status) {
    return (number, _, _) -> response(when.test(number) ? status : 200);
  }

  private static Simulation.Server down(Duration span) {
    return (_, _, startedAt) ->
        response(startedAt.isBefore(VirtualTime.START.plus(span)) ? 503 : 200);
  }

  private static Response response(int status) {
    return new Response(status, Headers.of(Map.of()), SOON, SOON, SOON);
  }

  private void row(String what, Simulation simulation, Quota quota) {
    List<Exchange> exchanges = simulation.run();
    report.append(
        String.format(
            Locale.ROOT,
            "| %s | %d | %d | %d | %d | %s | %d | %d | %s |\n",
            what,
            exchanges.size(),
            count(exchanges, 200, 299),
            count(exchanges, 429, 429),
            count(exchanges, 500, 599) + count(exchanges, 0, 0),
            span(Duration.between(VirtualTime.START, exchanges.getLast().startedAt())),
            Simulation.mostArrivals(exchanges, quota, false),
            Simulation.mostOpen(exchanges),
            worstLiveWait(exchanges)));
  }

  private static long count(List<Exchange> exchanges, int from, int to) {
    return exchanges.stream()
        .filter(exchange -> exchange.response().status() >= from)
        .filter(exchange -> exchange.response().status() <= to)
        .count();
  }

  /** Of those that come one by one; where all come at once it says nothing. */
  private static String worstLiveWait(List<Exchange> exchanges) {
    Map<Instant, List<Exchange>> byMoment =
        exchanges.stream()
            .filter(exchange -> exchange.job().priority() == Priority.LIVE)
            .collect(Collectors.groupingBy(exchange -> exchange.job().wantedAt()));
    if (byMoment.size() == 1) {
      return "";
    }
    return byMoment.entrySet().stream()
        .map(
            entry ->
                Duration.between(
                    entry.getKey(),
                    entry.getValue().stream()
                        .map(Exchange::startedAt)
                        .min(Instant::compareTo)
                        .orElseThrow()))
        .max(Duration::compareTo)
        .map(SimulationReportTest::span)
        .orElseThrow();
  }

  private static String span(Duration span) {
    return span.compareTo(HOUR) >= 0
        ? String.format(Locale.ROOT, "%.1f h", span.toSeconds() / 3600.0)
        : String.format(Locale.ROOT, "%.1f s", span.toMillis() / 1000.0);
  }
}
