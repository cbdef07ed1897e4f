package io.paperflow.testkit.apis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.paperflow.testkit.apis.Mishap.Refused;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaceTest {

  private static final Instant START = Instant.parse("2026-03-03T12:00:00Z");
  private static final URI SERVER = URI.create("http://127.0.0.1:1");

  private final Traffic traffic = new Traffic();

  @Test
  void countsRequestsThatRunAtTheSameTime() {
    int first = begin(Api.ARXIV_OAI, 0);
    end(first);
    int second = begin(Api.ARXIV_OAI, 1);
    assertEquals(1, arxiv().mostAtOnce());
    int third = begin(Api.ARXIV_FEEDS, 1);
    begin(Api.HUGGING_FACE, 1);
    end(second);
    end(third);
    begin(Api.ARXIV_QUERY, 2);
    assertEquals(2, arxiv().mostAtOnce());
  }

  @Test
  void findsTheShortestDistanceOverAllHostsOfAGroup() {
    begin(Api.ARXIV_OAI, 0);
    assertEquals(Optional.empty(), arxiv().shortestDistance());
    begin(Api.HUGGING_FACE, 1);
    begin(Api.ARXIV_QUERY, 3);
    assertEquals(Optional.of(Duration.ofSeconds(3)), arxiv().shortestDistance());
    begin(Api.ARXIV_FEEDS, 5);
    assertEquals(Optional.of(Duration.ofSeconds(2)), arxiv().shortestDistance());
    assertEquals(3, arxiv().requests());
  }

  @Test
  void findsTheFullestWindow() {
    List.of(0, 10, 19, 20, 21, 40).forEach(second -> begin(Api.ARXIV_OAI, second));
    assertEquals(4, arxiv().mostWithin(Duration.ofSeconds(12)));
    assertEquals(3, arxiv().mostWithin(Duration.ofSeconds(10)));
    assertEquals(6, arxiv().mostWithin(Duration.ofSeconds(41)));
  }

  @Test
  void findsWhoComesBeforeTheTimeThatWasTold() {
    Mishap refused = Refused.until(429, Duration.ofSeconds(10));
    int first = begin(Api.ARXIV_OAI, 0);
    begin(Api.ARXIV_QUERY, 0);
    traffic.end(first, 429, Optional.of(START.plusSeconds(10)), Optional.of(refused));
    begin(Api.ARXIV_OAI, 10);
    assertEquals(List.of(), arxiv().early());
    begin(Api.ARXIV_OAI, 9);
    assertEquals(1, arxiv().early().size());
    assertEquals(List.of(), arxiv().beyondQuota());
  }

  @Test
  void theServersCountWhatReallyCame() throws Exception {
    try (ApisFixture fixture = new ApisFixture()) {
      fixture.get(Api.ARXIV_OAI, "/oai?verb=Identify");
      fixture.clock.advance(Duration.ofSeconds(2));
      fixture.get(Api.ARXIV_FEEDS, "/rss/cs");
      Pace pace = fixture.apis.traffic().pace(Api.ofArxiv());
      assertEquals(2, pace.requests());
      assertEquals(Optional.of(Duration.ofSeconds(2)), pace.shortestDistance());
      assertEquals(List.of(200, 200), pace.calls().stream().map(Traffic.Call::status).toList());
    }
  }

  private int begin(Api api, long second) {
    return traffic.begin(Request.of(api, SERVER, SERVER.resolve("/")), START.plusSeconds(second));
  }

  private void end(int call) {
    traffic.end(call, 200, Optional.empty(), Optional.empty());
  }

  private Pace arxiv() {
    return traffic.pace(Api.ofArxiv());
  }
}
