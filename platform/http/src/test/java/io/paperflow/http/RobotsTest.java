package io.paperflow.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.paperflow.http.Answer.Content;
import io.paperflow.http.Answer.Refused;
import io.paperflow.http.Answer.Unavailable;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RobotsTest {

  private static final URI PAGE = URI.create("https://example.org/papers?date=1");
  private static final Limits PATIENT = Limits.STANDARD.patience(Duration.ofDays(2));

  private final VirtualTime time = new VirtualTime();
  private final FakeWire wire = new FakeWire(time);
  private final PoliteWeb web =
      new PoliteWeb(new WebSettings("1.0", "", List.of()), time, wire, new SimpleMeterRegistry());

  @Test
  void robotsTxtIsAskedOnceForManyPages() throws InterruptedException {
    robots("User-agent: *\nDisallow: /private\n");

    assertAllowed(PAGE);
    assertAllowed(PAGE);

    assertEquals(List.of("/robots.txt", "/papers?date=1", "/papers?date=1"), paths());
  }

  @Test
  void whatIsForbiddenIsNotAsked() throws InterruptedException {
    robots("User-agent: *\nDisallow: /papers\n");

    assertEquals("robots", assertInstanceOf(Refused.class, get(PAGE)).code());
    assertEquals(List.of("/robots.txt"), paths());
  }

  @Test
  void theGroupOfThisClientHoldsBeforeThatOfAll() throws InterruptedException {
    robots("User-agent: *\nDisallow: /\n\nUser-agent: paperflow\nDisallow: /private\n");

    assertAllowed(PAGE);
    assertInstanceOf(Refused.class, get(URI.create("https://example.org/private/x")));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 410, 451})
  void withoutRobotsTxtAllIsAllowed(int status) throws InterruptedException {
    wire.then(status);

    assertAllowed(PAGE);
    assertAllowed(PAGE);
    assertEquals(List.of("/robots.txt", "/papers?date=1", "/papers?date=1"), paths());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 429, 500, 503})
  void whileRobotsTxtCannotBeReadNoPageIs(int status) throws InterruptedException {
    wire.then(status);

    assertEquals("robots-unreachable", assertInstanceOf(Unavailable.class, get(PAGE)).code());
    assertEquals(List.of("/robots.txt"), paths());

    robots("");
    assertAllowed(PAGE);
  }

  @Test
  void robotsTxtIsReadAgainAfterADay() throws InterruptedException {
    robots("");
    assertAllowed(PAGE);
    time.pass(Duration.ofHours(24));
    robots("User-agent: *\nDisallow: /papers\n");

    assertInstanceOf(Refused.class, get(PAGE));
  }

  @Test
  void eachHostOnTheWayIsAsked() throws InterruptedException {
    robots("");
    wire.then(302, Map.of("Location", "https://other.example/x"), "");
    robots("User-agent: *\nDisallow: /x\n");

    assertEquals("robots", assertInstanceOf(Refused.class, get(PAGE)).code());
    assertEquals(List.of("/robots.txt", "/papers?date=1", "/robots.txt"), paths());
  }

  @Test
  void theDelayItAsksForIsKeptBetweenPages() throws InterruptedException {
    robots("User-agent: *\nCrawl-delay: 15\n");

    assertAllowed(PAGE);
    assertAllowed(PAGE);

    List<Double> at = wire.seconds();
    assertEquals(15.1, at.get(2) - at.get(1), 1e-6);
  }

  @Test
  void robotsTxtMayBeElsewhere() throws InterruptedException {
    wire.then(301, Map.of("Location", "https://www.example.org/robots.txt"), "");
    robots("User-agent: *\nDisallow: /papers\n");

    assertInstanceOf(Refused.class, get(PAGE));
  }

  @Test
  void anApiIsNotAsked() throws InterruptedException {
    assertInstanceOf(Content.class, web.get(Request.api(PAGE)));

    assertEquals(List.of("/papers?date=1"), paths());
  }

  private void robots(String text) {
    wire.then(200, Map.of("Content-Type", "text/plain"), text);
  }

  private void assertAllowed(URI uri) throws InterruptedException {
    assertInstanceOf(Content.class, get(uri)).close();
  }

  private Answer get(URI uri) throws InterruptedException {
    return web.get(Request.page(uri).within(PATIENT));
  }

  private List<String> paths() {
    return wire.asked().stream().map(asked -> asked.call().target().pathAndQuery()).toList();
  }
}
