package io.paperflow.search;

import static io.paperflow.search.RunningSearch.encode;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Daily lists, sources, suggestions, and how the API treats its callers. */
@ExtendWith(SearchExtension.class)
class BrowsingTest {

  private static final String RIVER = "arxiv:2611.09871";

  private final RunningSearch search;

  BrowsingTest(RunningSearch search) {
    this.search = search;
  }

  @Test
  void theListOfADayHasItsPapersByVotes() {
    JsonNode day = search.json("/api/daily/2026-11-18");
    assertEquals(List.of(96, 41), votes(day));
    assertEquals(List.of(133, 96, 41), votes(search.json("/api/daily/2026-W47")));
    assertEquals(List.of(133, 96, 41), votes(search.json("/api/daily/2026-11")));
    assertEquals(List.of(), votes(search.json("/api/daily/2026-11-16")));
    assertEquals(List.of(96, 41), votes(search.json("/api/daily")), "the newest");
  }

  @Test
  void theListIsReadPageByPage() {
    JsonNode first = search.json("/api/daily/2026-11?size=2");
    JsonNode second =
        search.json("/api/daily/2026-11?size=2&cursor=" + encode(first.path("next").asText()));
    assertEquals(List.of(133, 96), votes(first));
    assertEquals(List.of(41), votes(second));
    assertEquals(
        400,
        search
            .get("/api/daily/2026-10?cursor=" + encode(first.path("next").asText()))
            .statusCode());
  }

  @Test
  void whatIsNoDayWeekOrMonthIsRefused() {
    for (String period : List.of("2026-11-31", "2026-W60", "yesterday", "<script>")) {
      assertEquals(400, search.get("/api/daily/" + encode(period)).statusCode(), period);
      assertEquals(400, search.get("/daily/" + encode(period)).statusCode(), period);
    }
  }

  @Test
  void thePageOfADayLeadsToItsNeighboursAndItsWeek() {
    assertEquals(
        "/daily/2026-11-18", search.get("/daily").headers().firstValue("location").orElseThrow());
    Document page = page("/daily/2026-11-18");
    assertEquals("Daily papers, 18 Nov 2026", page.select("h1").text());
    assertEquals(2, page.select("article").size());
    assertEquals("/daily/2026-11-17", page.select("a[rel=prev]").attr("href"));
    Document week = page(page.select(".sort a:contains(Week)").attr("href"));
    assertEquals(3, week.select("article").size());
    Document exported = page(page.select(".follow a:contains(BibTeX)").attr("href"));
    assertTrue(exported.text().contains("@"), exported.text());
  }

  @Test
  void sourcesTellHowFreshTheyAre() {
    JsonNode sources = search.json("/api/sources");
    JsonNode arxiv = sources.get(0);
    assertEquals("arxiv", arxiv.path("name").asText());
    assertTrue(arxiv.path("papers").asInt() > 10, arxiv::toString);
    assertFalse(arxiv.path("newestArrival").asText().isEmpty(), arxiv::toString);
    Document page = page("/sources");
    assertEquals("arXiv", page.expectFirst("tbody th").text());
  }

  @Test
  void whatIsTypedIsCompletedToTitlesAndAuthors() {
    assertTrue(
        suggestions("river att")
            .contains(
                "River Attention: Linear-Time Transformers for Documents of a Million Tokens"),
        () -> suggestions("river att").toString());
    assertTrue(
        suggestions("hal").stream().anyMatch(text -> text.contains("Halvorsen")),
        () -> suggestions("hal").toString());
    assertEquals(List.of(), suggestions("r"), "one letter says nothing");
    assertEquals(List.of(), suggestions("\"]}{ -:"));
    assertEquals(200, search.get("/api/suggest?q=" + "x".repeat(5_000)).statusCode());
  }

  @Test
  void aRepositoryHasThePapersThatNameIt() {
    JsonNode answer = search.json("/api/repositories/github.com/Delta-Lab/river-attention");
    assertEquals(
        "https://github.com/delta-lab/river-attention", answer.at("/repository/url").asText());
    assertEquals(RIVER, answer.at("/papers/0/id").asText());
    assertEquals(404, search.get("/api/repositories/github.com/no/such").statusCode());
  }

  @Test
  void thePapersLinksStandAlone() {
    JsonNode links = search.json("/api/links/" + RIVER);
    assertEquals(RIVER, links.path("id").asText());
    assertFalse(links.path("links").isEmpty());
    assertEquals(404, search.get("/api/links/arxiv:9999.99999").statusCode());
  }

  @Test
  void pagesOfOtherOriginsMayCallWhenTheyAreNamed() {
    HttpResponse<String> named = search.get("/api/search", "Origin", RunningSearch.ORIGIN);
    assertEquals(
        RunningSearch.ORIGIN,
        named.headers().firstValue("access-control-allow-origin").orElse("none"));
    HttpResponse<String> other = search.get("/api/search", "Origin", "https://other.example");
    assertTrue(other.headers().firstValue("access-control-allow-origin").isEmpty());
  }

  @Test
  void answersAreCompressedForThoseWhoTakeThat() throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<byte[]> answer =
          client.send(
              HttpRequest.newBuilder(search.address("/api/search"))
                  .header("Accept-Encoding", "gzip")
                  .build(),
              BodyHandlers.ofByteArray());
      assertEquals("gzip", answer.headers().firstValue("content-encoding").orElse("none"));
      byte[] json = new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes();
      assertTrue(answer.body().length < json.length / 2);
    }
  }

  @Test
  void whoAsksTooOftenWaits() throws Exception {
    try (var strict = search.another(Map.of("paperflow.search.requests-per-minute", 3));
        HttpClient client = HttpClient.newHttpClient()) {
      URI api = strict.getURI().resolve("/api/search");
      for (int i = 0; i < 3; i++) {
        assertEquals(200, get(client, api).statusCode());
      }
      HttpResponse<String> answer = get(client, api);
      assertEquals(429, answer.statusCode());
      assertTrue(answer.body().contains("\"title\":\"Too Many Requests\""), answer.body());
      assertTrue(Integer.parseInt(answer.headers().firstValue("retry-after").orElse("-1")) > 0);
      URI health = strict.getURI().resolve("/health");
      assertEquals(200, get(client, health).statusCode());
    }
  }

  private static HttpResponse<String> get(HttpClient client, URI address) throws Exception {
    return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }

  @Test
  void theApiIsDescribedByADocumentAndAPage() {
    JsonNode document = search.json("/openapi.json");
    Set<String> calls = new TreeSet<>();
    document.path("paths").fieldNames().forEachRemaining(calls::add);
    assertTrue(
        calls.containsAll(
            List.of("/api/search", "/api/papers/{id}", "/api/daily/{period}", "/feed.atom")),
        calls::toString);
    for (JsonNode parameter : document.at("/paths/~1api~1search/get/parameters")) {
      String name = parameter.path("name").asText();
      assertEquals(
          List.of("q", "source", "category", "license", "language").contains(name) ? 200 : 400,
          search.get("/api/search?" + name + "=!").statusCode(),
          "a parameter that is read: " + name);
    }
    Document page = page("/api");
    assertEquals(calls.size(), page.select("main section").size());
    for (String example : page.select("main h2 a").eachAttr("href")) {
      assertEquals(200, search.get(example).statusCode(), example);
    }
  }

  private List<String> suggestions(String typed) {
    return search
        .json("/api/suggest?q=" + encode(typed))
        .valueStream()
        .map(suggestion -> suggestion.path("text").asText())
        .toList();
  }

  private static List<Integer> votes(JsonNode answer) {
    return answer.path("hits").valueStream().map(hit -> hit.at("/daily/upvotes").asInt()).toList();
  }

  private Document page(String path) {
    HttpResponse<String> answer = search.get(path);
    assertEquals(200, answer.statusCode(), path);
    return Jsoup.parse(answer.body());
  }
}
