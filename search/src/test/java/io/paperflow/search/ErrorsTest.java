package io.paperflow.search;

import static io.paperflow.search.RunningSearch.encode;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.paperflow.catalogue.query.Cursor;
import io.paperflow.catalogue.query.Matching;
import io.paperflow.catalogue.query.SearchRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SearchExtension.class)
class ErrorsTest {

  private final RunningSearch search;

  ErrorsTest(RunningSearch search) {
    this.search = search;
  }

  @ParameterizedTest
  @CsvSource({
    "/api/search?size=0, 400, size",
    "/api/search?size=101, 400, 100",
    "/api/search?cursor=nonsense, 400, cursor",
    "/api/search?sort=random, 400, sort",
    "/api/papers/arxiv:0000.00000, 404, arxiv:0000.00000",
    "/api/papers/%3Cscript%3E, 404, <script>",
    "/api/nothing, 404, ''"
  })
  void programsGetProblems(String path, int status, String detail) throws Exception {
    HttpResponse<String> answer = search.get(path, "Accept", "text/html, */*");
    assertEquals(status, answer.statusCode());
    assertEquals(
        "application/problem+json", answer.headers().firstValue("content-type").orElseThrow());
    JsonNode problem = new ObjectMapper().readTree(answer.body());
    assertEquals(status, problem.get("status").asInt());
    assertTrue(problem.get("detail").asText().contains(detail), answer.body());
  }

  @ParameterizedTest
  @CsvSource({
    "/search?size=0, 400, size",
    "/search?q=x&cursor=nonsense, 400, cursor",
    "/papers/arxiv:0000.00000, 404, arxiv:0000.00000",
    "/papers/%3Cscript%3Ealert(1)%3C%2Fscript%3E, 404, <script>alert(1)</script>"
  })
  void peopleGetPages(String path, int status, String detail) {
    HttpResponse<String> answer = search.get(path);
    assertEquals(status, answer.statusCode());
    assertTrue(
        answer.headers().firstValue("content-type").orElseThrow().startsWith("text/html"),
        answer.headers().toString());
    var page = Jsoup.parse(answer.body());
    assertTrue(page.text().contains(detail), page.text());
    assertTrue(page.select("script:not([src=/assets/suggest.js])").isEmpty());
  }

  @Test
  void unknownPathsArePagesForBrowsersAndProblemsForPrograms() {
    assertTrue(search.get("/nothing", "Accept", "text/html").body().startsWith("<!DOCTYPE html>"));
    assertTrue(search.get("/nothing").body().startsWith("{"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-snapshot", "!", "AAAA"})
  void aCursorWithAnInventedSnapshotIsRefused(String snapshot) {
    assertRefused(
        new Cursor(
            fingerprint(), Matching.EVERY_WORD, Optional.of(snapshot), List.of("1", "2", "x")));
  }

  @Test
  void aCursorWithInventedValuesIsRefused() {
    assertRefused(cursor("x", "y", "z"));
    assertRefused(cursor("1"));
    assertRefused(cursor("1", "2", "3", "4", "5"));
  }

  @Test
  void idsOfAnyLengthAreAnswered() {
    assertEquals(404, search.get("/api/papers/" + "x".repeat(20_000)).statusCode());
    assertEquals(404, search.get("/papers/title:" + encode("🚀".repeat(3_000))).statusCode());
  }

  @Test
  void anAddressBeyondAllBoundsIsRefused() {
    int status = search.get("/api/search?q=" + "x".repeat(100_000)).statusCode();
    assertTrue(status >= 400 && status < 500, "status " + status);
  }

  @Test
  void everyAnswerKeepsBrowsersFromDoingMoreThanShowingIt() {
    for (String path :
        List.of("/", "/search?q=x", "/papers/none", "/api/search", "/assets/style.css")) {
      var headers = search.get(path).headers();
      String policy = headers.firstValue("content-security-policy").orElseThrow();
      assertTrue(policy.startsWith("default-src 'none'"), policy);
      assertFalse(policy.contains("unsafe"), policy);
      assertEquals("nosniff", headers.firstValue("x-content-type-options").orElseThrow());
      assertEquals("same-origin", headers.firstValue("referrer-policy").orElseThrow());
    }
  }

  private void assertRefused(Cursor cursor) {
    assertEquals(400, search.get("/api/search?cursor=" + cursor.encoded()).statusCode());
  }

  private static Cursor cursor(String... values) {
    return new Cursor(fingerprint(), Matching.EVERY_WORD, Optional.empty(), List.of(values));
  }

  private static long fingerprint() {
    return SearchRequest.newest(SearchRequest.DEFAULT_SIZE).fingerprint();
  }
}
