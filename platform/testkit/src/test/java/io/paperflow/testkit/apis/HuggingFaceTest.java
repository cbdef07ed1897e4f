package io.paperflow.testkit.apis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.paperflow.testkit.world.DailyEntry;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HuggingFaceTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");
  private static final Pattern STATE = Pattern.compile("data-props=\"([^\"]*)\"");
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  private final ApisFixture fixture;

  HuggingFaceTest() throws Exception {
    fixture = new ApisFixture();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void followingTheLinksGivesTheWholeListOnce() throws Exception {
    List<String> shown = ids(fixture.world.dailyPapers().shown(MONDAY, MONDAY, ApisFixture.NOW));
    assertTrue(shown.size() > PageSizes.small().daily());
    assertEquals(shown, walk("/api/daily_papers?date=2026-03-02"));
    assertEquals("[]", get("/api/daily_papers?date=2026-03-02&p=9").body());
  }

  @Test
  void weeksAndMonthsAreTheListsOfTheirDays() throws Exception {
    assertEquals(
        ids(fixture.world.dailyPapers().shown(MONDAY, MONDAY.plusDays(6), ApisFixture.NOW)),
        walk("/api/daily_papers?week=2026-W10"));
    assertEquals(
        ids(
            fixture
                .world
                .dailyPapers()
                .shown(MONDAY.withDayOfMonth(1), MONDAY.withDayOfMonth(31), ApisFixture.NOW)),
        walk("/api/daily_papers?month=2026-03"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"date=2026-03-04", "date=2026-02-30", "date=x", "week=2026-W11", "month=2026-13"})
  void badDaysAndDaysThatAreNotOpenAreRefused(String query) throws Exception {
    assertEquals(400, get("/api/daily_papers?" + query).statusCode());
  }

  @Test
  void votesMoveWithTime() throws Exception {
    int before = votes();
    fixture.clock.advance(Duration.ofDays(3));
    assertTrue(votes() > before);
  }

  @Test
  void thePageHasTheSameState() throws Exception {
    Matcher state = STATE.matcher(get("/papers/date/2026-03-02").body());
    assertTrue(state.find());
    String json =
        state
            .group(1)
            .replace("&quot;", "\"")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&");
    List<String> listed = new ArrayList<>();
    JSON.readTree(json).path("dailyPapers").forEach(e -> listed.add(e.at("/paper/id").asText()));
    assertEquals(ids(fixture.world.dailyPapers().shown(MONDAY, MONDAY, ApisFixture.NOW)), listed);
    HttpResponse<String> bad = get("/papers/date/2026-03-04");
    assertEquals(302, bad.statusCode());
    assertEquals("/papers", bad.headers().firstValue("Location").orElseThrow());
  }

  @Test
  void theDetailsOfAPaperAreGivenWhenItIsKnown() throws Exception {
    String id = ids(fixture.world.dailyPapers().shown(MONDAY, MONDAY, ApisFixture.NOW)).getFirst();
    assertEquals(id, JSON.readTree(get("/api/papers/" + id).body()).path("id").asText());
    assertEquals(404, get("/api/papers/9901.00001").statusCode());
    assertTrue(JSON.readTree(get("/api/arxiv/" + id + "/repos").body()).has("models"));
  }

  @Test
  void theQuotaIsToldAndBeyondItRequestsAreRefusedUntilTheWindowEnds() throws Exception {
    HttpResponse<String> first = get("/api/papers/none");
    assertEquals("\"api\";r=499;t=300", first.headers().firstValue("ratelimit").orElseThrow());
    for (int i = 1; i < 500; i++) {
      assertEquals(404, get("/api/papers/none").statusCode());
    }
    assertEquals(429, get("/api/papers/none").statusCode());
    assertEquals(200, get("/papers/trending").statusCode(), "pages have a quota of their own");
    assertEquals(1, fixture.apis.traffic().pace(Set.of(Api.HUGGING_FACE)).beyondQuota().size());
    fixture.clock.advance(Duration.ofMinutes(5));
    assertEquals(404, get("/api/papers/none").statusCode());
  }

  private int votes() throws Exception {
    int votes = 0;
    for (JsonNode entry : JSON.readTree(get("/api/daily_papers?date=2026-03-02").body())) {
      votes += entry.at("/paper/upvotes").asInt();
      assertFalse(entry.has("upvotes"));
    }
    return votes;
  }

  private List<String> walk(String target) throws Exception {
    List<String> ids = new ArrayList<>();
    Optional<String> next = Optional.of(target);
    while (next.isPresent()) {
      HttpResponse<String> page = get(next.get());
      assertEquals(200, page.statusCode());
      JSON.readTree(page.body()).forEach(e -> ids.add(e.at("/paper/id").asText()));
      next =
          page.headers()
              .firstValue("Link")
              .map(NEXT::matcher)
              .filter(Matcher::matches)
              .map(link -> URI.create(link.group(1)))
              .map(uri -> uri.getRawPath() + "?" + uri.getRawQuery());
    }
    return ids;
  }

  private HttpResponse<String> get(String target) throws Exception {
    return fixture.get(Api.HUGGING_FACE, target);
  }

  private static List<String> ids(List<DailyEntry> entries) {
    return entries.stream().map(e -> e.paper().id()).toList();
  }
}
