package io.paperflow.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.paperflow.http.Answer.Category;
import io.paperflow.http.Answer.Content;
import io.paperflow.http.Answer.Unavailable;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the hosts see of the whole client, in virtual time. */
final class PolitenessTest {

  private static final URI OAI = URI.create("https://oaipmh.arxiv.org/oai?verb=Identify");
  private static final URI ATOM = URI.create("https://export.arxiv.org/api/query?id_list=1");
  private static final URI DAILY = URI.create("https://huggingface.co/api/daily_papers");
  private static final URI OTHER = URI.create("https://example.org/feed");
  private static final Limits PATIENT = Limits.STANDARD.patience(Duration.ofDays(2));

  private final VirtualTime time = new VirtualTime();
  private final FakeWire wire = new FakeWire(time);
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  @Test
  void allHostsOfArxivShareOneBudget() throws InterruptedException {
    PoliteWeb web = web();

    read(web, OAI);
    read(web, ATOM);
    read(web, OAI);

    // Three seconds from the answer, which took a tenth.
    assertEquals(List.of(0.0, 3.1, 6.2), wire.seconds());
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aQuestionWithABodyIsNeverSentOn(int status) throws InterruptedException {
    wire.then(status, Map.of("Location", "https://elsewhere.example/"), "");
    PoliteWeb web = web();

    Answer answer = web.get(Request.api(OTHER).asking("{\"query\": \"\"}"));

    assertEquals("redirect", assertInstanceOf(Answer.Refused.class, answer).code());
    assertEquals(1, wire.asked().size());
    assertEquals(Optional.of("{\"query\": \"\"}"), wire.asked().getFirst().call().json());
  }

  @Test
  void oneHostDoesNotWaitForAnother() throws InterruptedException {
    PoliteWeb web = web();

    read(web, OAI);
    read(web, DAILY);
    read(web, OTHER);

    assertEquals(List.of(0.0, 0.1, 0.2), wire.seconds());
  }

  @Test
  void theFirst429OfArxivMeansTenMinutesOfSilence() throws InterruptedException {
    wire.then(429, Map.of("Retry-After", "5"), "");
    PoliteWeb web = web();

    Unavailable asked = assertInstanceOf(Unavailable.class, get(web, OAI));
    read(web, ATOM);

    assertEquals("http-429", asked.code());
    assertEquals(Category.OVERLOAD, asked.category());
    assertEquals(VirtualTime.START.plusMillis(600_100), asked.retryAt());
    assertEquals(List.of(0.0, 600.1), wire.seconds());
  }

  @Test
  void huggingFaceIsLeftAloneUntilItsWindowEnds() throws InterruptedException {
    wire.then(429, Map.of("RateLimit", "\"api\";r=0;t=55"), "");
    PoliteWeb web = web();

    assertInstanceOf(Unavailable.class, get(web, DAILY));
    read(web, DAILY);

    assertEquals(List.of(0.0, 56.1), wire.seconds());
  }

  @Test
  void theLastRequestThatAServerAllowsIsTheLast() throws InterruptedException {
    wire.then(200, Map.of("RateLimit", "\"api\";r=1;t=200"), "");
    PoliteWeb web = web();

    read(web, DAILY);
    read(web, DAILY);
    read(web, DAILY);

    assertEquals(List.of(0.0, 0.1, 201.1), wire.seconds());
  }

  @Test
  void silenceWithoutATimeDoublesUntilThereIsAnAnswer() throws InterruptedException {
    wire.then(429).then(429).then(429).then(200).then(429);
    PoliteWeb web = web();

    for (int i = 0; i < 6; i++) {
      drain(web, OTHER);
    }

    List<Double> at = wire.seconds();
    assertEquals(60.1, at.get(1) - at.get(0), 1e-6);
    assertEquals(120.1, at.get(2) - at.get(1), 1e-6);
    assertEquals(240.1, at.get(3) - at.get(2), 1e-6);
    assertEquals(60.1, at.get(5) - at.get(4), 1e-6);
  }

  @Test
  void aHostThatFailsIsLeftAloneAndThenProbed() throws InterruptedException {
    for (int i = 0; i < 6; i++) {
      wire.then(i % 2 == 0 ? 500 : 0);
    }
    PoliteWeb web = web();
    for (int i = 0; i < 5; i++) {
      get(web, OTHER);
    }

    Answer impatient = web.get(Request.api(OTHER).within(PATIENT.patience(Duration.ZERO)));
    Unavailable broken = assertInstanceOf(Unavailable.class, impatient);
    assertEquals("breaker-open", broken.code());
    assertEquals(5, wire.asked().size());

    get(web, OTHER);
    read(web, OTHER);
    List<Double> at = wire.seconds();
    // Half a minute, then twice as long after the probe that failed.
    assertTrue(at.get(5) - at.get(4) >= 30, at::toString);
    assertTrue(at.get(6) - at.get(5) >= 60, at::toString);
  }

  @Test
  void troubleSlowsDownAndSuccessSpeedsUp() throws InterruptedException {
    wire.then(500).then(500);
    PoliteWeb web = web();

    for (int i = 0; i < 20; i++) {
      drain(web, OTHER);
    }

    List<Double> at = wire.seconds();
    assertEquals(2.1, at.get(1) - at.get(0), 1e-6);
    assertEquals(4.1, at.get(2) - at.get(1), 1e-6);
    assertTrue(at.get(3) - at.get(2) < 4.1);
    assertEquals(1.1, at.get(19) - at.get(18), 1e-6);
  }

  @Test
  void slowAnswersSlowDown() throws InterruptedException {
    wire.thenSlowly(Duration.ofSeconds(20));
    PoliteWeb web = web();

    read(web, OTHER);
    read(web, OTHER);

    assertEquals(22.0, wire.seconds().get(1), 1e-6);
  }

  @Test
  void impatienceIsAnsweredAtOnceWithTheTimeToComeBack() throws InterruptedException {
    PoliteWeb web = web();
    read(web, OAI);

    Answer answer = web.get(Request.api(ATOM).within(PATIENT.patience(Duration.ofSeconds(2))));

    Unavailable late = assertInstanceOf(Unavailable.class, answer);
    assertEquals("budget", late.code());
    assertEquals(VirtualTime.START.plusMillis(3_100), late.retryAt());
    assertEquals(1, wire.asked().size());
  }

  @Test
  void aBodyThatIsNotClosedHoldsItsConnection() throws InterruptedException {
    wire.then(200, Map.of(), "body");
    PoliteWeb web = web();
    Content open = assertInstanceOf(Content.class, get(web, OAI));

    Answer second = web.get(Request.api(OAI).within(PATIENT.patience(Duration.ofMinutes(1))));
    open.close();
    Answer third = web.get(Request.api(OAI));

    assertInstanceOf(Unavailable.class, second);
    assertInstanceOf(Content.class, third);
  }

  @Test
  void aSuccessorKeepsTheDistance() throws InterruptedException {
    wire.then(429);
    PoliteWeb first = web();
    get(first, OAI);

    PoliteWeb second = web();
    second.restore(first.state("arxiv"));
    read(second, OAI);

    assertEquals(List.of(0.0, 600.1), wire.seconds());
  }

  @Test
  void aSuccessorKeepsTheQuota() throws InterruptedException {
    PoliteWeb first = web();
    for (int i = 0; i < 400; i++) {
      read(first, DAILY);
    }

    PoliteWeb second = web();
    second.restore(first.state("huggingface"));
    for (int i = 0; i < 101; i++) {
      read(second, DAILY);
    }

    List<Double> at = wire.seconds();
    assertTrue(at.get(500) - at.get(399) >= 300, at::toString);
  }

  @Test
  void historyLeavesRoomForWhatIsNew() throws InterruptedException {
    PoliteWeb web = web();
    Request history = Request.api(DAILY).at(Priority.BACKFILL).within(PATIENT);
    int sent = 0;
    while (web.get(history.within(PATIENT.patience(Duration.ofSeconds(2))))
        instanceof Content content) {
      content.close();
      sent++;
    }

    assertEquals(375, sent);
    read(web, DAILY);
    assertEquals(wire.seconds().get(374) + 0.1, wire.seconds().get(375), 1e-6);
  }

  @Test
  void settingTheClockChangesNoWait() throws InterruptedException {
    PoliteWeb web = web();
    read(web, OAI);
    time.setWall(Duration.ofHours(-5));

    Answer answer = web.get(Request.api(OAI).within(PATIENT.patience(Duration.ZERO)));
    read(web, OAI);

    assertEquals(
        VirtualTime.START.plusMillis(3_100).minus(Duration.ofHours(5)),
        assertInstanceOf(Unavailable.class, answer).retryAt());
    assertEquals(List.of(0.0, 3.1), wire.seconds());
  }

  @Test
  void unchangedIsFreeOnGitHubWithATokenOnly() throws InterruptedException {
    URI repository = URI.create("https://api.github.com/repos/a/b");
    Validators known = new Validators(Optional.of("\"1\""), Optional.empty());
    for (int i = 0; i < 61; i++) {
      wire.then(304);
    }
    PoliteWeb web = web();
    for (int i = 0; i < 61; i++) {
      web.get(Request.api(repository).unlessMatching(known).within(PATIENT));
    }
    assertTrue(wire.seconds().getLast() >= 3600);

    HostPolicy withToken =
        KnownHosts.named("github", new Access(Optional.of(new Secret("t")), false, false))
            .orElseThrow();
    assertTrue(withToken.unchangedIsFree());
    assertTrue(withToken.quotas().contains(Quota.of(5000, Duration.ofHours(1))));
  }

  @Test
  void settingsTightenWhatIsKnown() throws InterruptedException {
    HostSettings slower =
        new HostSettings(
            "arxiv",
            Set.of("arxiv.example.org"),
            Optional.of(Quota.of(1, Duration.ofSeconds(10))),
            OptionalInt.empty(),
            Access.PUBLIC);
    PoliteWeb web = web(slower);

    read(web, OAI);
    read(web, URI.create("https://arxiv.example.org/oai"));

    assertEquals(List.of(0.0, 10.1), wire.seconds());
  }

  @Test
  void settingsLoosenNothingThatIsKnown() throws InterruptedException {
    HostSettings faster =
        new HostSettings(
            "arxiv",
            Set.of(),
            Optional.of(Quota.of(100, Duration.ofSeconds(1))),
            OptionalInt.of(10),
            Access.PUBLIC);
    PoliteWeb web = web(faster);

    read(web, OAI);
    read(web, OAI);

    assertEquals(List.of(0.0, 3.1), wire.seconds());
    assertEquals(1, faster.policy().connections());
  }

  @Test
  void everyRequestIsCountedOnce() throws InterruptedException {
    wire.then(200).then(304).then(404).then(400).then(500).then(0).then(429);
    PoliteWeb web = web();
    for (int i = 0; i < 7; i++) {
      drain(web, OTHER);
    }
    web.get(Request.api(OTHER).within(PATIENT.patience(Duration.ZERO)));

    double counted =
        registry.find("paperflow.http.requests").tag("budget", "other").counters().stream()
            .mapToDouble(counter -> counter.count())
            .sum();
    assertEquals(7, counted);
    assertEquals(1, registry.counter("paperflow.http.late", "budget", "other").count());
    assertEquals(8, registry.timer("paperflow.http.wait", "budget", "other").count());
  }

  @Test
  void theBudgetOfAKnownHostIsShown() throws InterruptedException {
    PoliteWeb web = web();
    read(web, DAILY);

    // Ten a second is the narrowest.
    assertEquals(
        9,
        registry
            .get("paperflow.http.budget.left")
            .tags("budget", "huggingface", "kind", "api")
            .gauge()
            .value());
    assertEquals(
        0, registry.get("paperflow.http.breaker").tag("budget", "huggingface").gauge().value());
  }

  private PoliteWeb web(HostSettings... hosts) {
    return new PoliteWeb(
        new WebSettings("1.0", "mailto:a@example.org", List.of(hosts)), time, wire, registry);
  }

  private static Answer get(PoliteWeb web, URI uri) throws InterruptedException {
    return web.get(Request.api(uri).within(PATIENT));
  }

  private static void drain(PoliteWeb web, URI uri) throws InterruptedException {
    if (get(web, uri) instanceof Content content) {
      content.close();
    }
  }

  private static void read(PoliteWeb web, URI uri) throws InterruptedException {
    assertInstanceOf(Content.class, get(web, uri)).close();
  }
}
