package io.paperflow.testkit.apis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArxivFeedsTest {

  private final ApisFixture fixture;

  ArxivFeedsTest() throws Exception {
    fixture = new ApisFixture();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void bothFormatsHoldTheItemsOfTheDay() throws Exception {
    List<String> expected =
        fixture.world.arxiv().feed(LocalDate.of(2026, 3, 3), List.of("cs", "stat.ML")).stream()
            .map(FeedText::guid)
            .toList();
    assertFalse(expected.isEmpty());
    assertEquals(expected, XmlDocument.parse(get("/rss/cs+stat.ML").body()).texts("guid"));
    List<String> ids = XmlDocument.parse(get("/atom/cs+stat.ML").body()).texts("id");
    assertEquals(expected, ids.subList(1, ids.size()));
  }

  @Test
  void aFeedStaysTheSameUntilMidnightEastern() throws Exception {
    HttpResponse<String> first = get("/rss/cs.LG");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    // Winter time: midnight is at five.
    assertEquals("max-age=61200", first.headers().firstValue("Cache-Control").orElseThrow());
    fixture.clock.set(Instant.parse("2026-03-04T04:59:59Z"));
    assertEquals(304, get("/rss/cs.LG", "If-None-Match", tag).statusCode());
    fixture.clock.set(Instant.parse("2026-03-04T05:00:00Z"));
    HttpResponse<String> next = get("/rss/cs.LG", "If-None-Match", tag);
    assertEquals(200, next.statusCode());
    assertNotEquals(tag, next.headers().firstValue("ETag").orElseThrow());
  }

  @Test
  void weekendsAreEmpty() throws Exception {
    fixture.clock.set(Instant.parse("2026-02-28T12:00:00Z"));
    XmlDocument feed = XmlDocument.parse(get("/rss/cs").body());
    assertEquals(List.of(), feed.texts("item"));
    assertEquals(1, feed.texts("channel").size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"new", "cross", "replace", "replace-cross"})
  void itemsTellWhatTheyAre(String type) throws Exception {
    Set<String> types = new HashSet<>();
    for (int day = 2; day < 7; day++) {
      fixture.clock.set(Instant.parse("2026-03-0" + day + "T12:00:00Z"));
      types.addAll(XmlDocument.parse(get("/rss/stat.ML").body()).texts("arxiv:announce_type"));
      types.addAll(XmlDocument.parse(get("/rss/cs.LG").body()).texts("arxiv:announce_type"));
      types.addAll(XmlDocument.parse(get("/rss/cs.CV").body()).texts("arxiv:announce_type"));
    }
    assertTrue(types.contains(type), () -> type + " is not among " + types);
  }

  @Test
  void anUnknownCategoryIsAFeedThatSaysSo() throws Exception {
    HttpResponse<String> answer = get("/rss/cs.XX");
    assertEquals(400, answer.statusCode());
    assertTrue(XmlDocument.parse(answer.body()).texts("title").getFirst().startsWith("Feed error"));
  }

  private HttpResponse<String> get(String target, String... headers) throws Exception {
    return fixture.get(Api.ARXIV_FEEDS, target, headers);
  }
}
