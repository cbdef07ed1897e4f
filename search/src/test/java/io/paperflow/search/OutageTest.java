package io.paperflow.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SearchExtension.class)
class OutageTest {

  private final RunningSearch search;

  OutageTest(RunningSearch search) {
    this.search = search;
  }

  @Test
  void withoutElasticsearchTheServiceSaysSoAndGoesOnAfterwards() throws Exception {
    JsonNode first = search.json("/api/search?q=of&size=2");
    assertEquals(200, search.get("/health/readiness").statusCode());
    search.elasticsearch().kill();

    HttpResponse<String> answer = search.get("/api/search?q=of");
    assertEquals(503, answer.statusCode());
    assertEquals(
        "application/problem+json", answer.headers().firstValue("content-type").orElseThrow());
    assertEquals("5", answer.headers().firstValue("retry-after").orElseThrow());
    assertEquals(503, search.get("/api/papers/arxiv:2611.09871").statusCode());

    HttpResponse<String> page = search.get("/");
    assertEquals(503, page.statusCode());
    assertTrue(Jsoup.parse(page.body()).text().contains("Reload this page in a few seconds"));

    assertEquals(503, search.get("/health/readiness").statusCode());
    assertEquals(200, search.get("/health/liveness").statusCode());

    search.restartElasticsearch();
    assertEquals(200, search.get("/health/readiness").statusCode());
    JsonNode rest = search.json("/api/search?q=of&size=100&cursor=" + first.get("next").asText());
    assertEquals(
        first.get("total").asInt(),
        first.get("hits").size() + rest.get("hits").size(),
        "the snapshot is gone, the search goes on");
  }
}
