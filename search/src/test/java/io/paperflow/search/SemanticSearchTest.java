package io.paperflow.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Papers are found by what they mean, and all else of a search stays as it is. */
@Timeout(120)
class SemanticSearchTest {

  /** No paper has all of these words. */
  private static final String UNWORDED = "programs that mend faulty software by themselves";

  /** Much is about this, with and without these words, with and without code. */
  private static final String ABROAD = "machines that learn language";

  private static RunningSearch search;
  private static EmbeddedServer service;

  @BeforeAll
  static void start() throws Exception {
    search = new RunningSearch();
    search.delete(search.corpus().stream().map(paper -> paper.get("id").asText()).toList());
    search.index(JudgedPapers.all());
    search.embed(JudgedPapers.all());
    service = search.another(Map.of());
    awaitModel(search, service);
  }

  @AfterAll
  static void stop() throws Exception {
    service.close();
    search.close();
  }

  /** The model is loaded beside the searches; the first ones go by words alone. */
  static void awaitModel(RunningSearch search, EmbeddedServer service) throws Exception {
    while (search.json(service, query("kvxqzz repairing programs")).path("total").asInt() == 0) {
      Thread.onSpinWait();
    }
  }

  @Test
  void aPaperIsFoundThoughItHasNotTheWords() throws Exception {
    JsonNode answer = ask("automatic bug fixing", "");
    assertEquals("meaning", answer.path("matching").asText());
    assertEquals("cod2", ids(answer).getFirst(), answer::toString);
  }

  @Test
  void whatNobodyWroteAndNothingMeansIsNotFound() throws Exception {
    assertEquals(0, ask("xqzzkv", "").path("total").asInt());
    assertEquals(0, ask("qwrtzpl vbnmkx", "").path("total").asInt());
  }

  @Test
  void aTitleStillComesFirst() throws Exception {
    for (JsonNode paper : JudgedPapers.all()) {
      String title = paper.get("title").asText();
      assertEquals(paper.get("id").asText(), ids(title, "").getFirst(), title);
    }
  }

  @Test
  void conditionsFiltersAndExclusionsHoldForMeaningToo() throws Exception {
    JsonNode recent = ask(ABROAD + " date:2026", "&size=100");
    assertFalse(recent.path("hits").isEmpty());
    recent
        .path("hits")
        .forEach(
            hit -> assertTrue(hit.path("published").asText().startsWith("2026"), hit::toString));
    List<String> withCode = ids(ABROAD, "&size=100&hasCode=true");
    List<String> without = ids(ABROAD, "&size=100&hasCode=false");
    assertFalse(withCode.isEmpty() || without.isEmpty());
    withCode.forEach(id -> assertFalse(text(id).contains("\"hasCode\":false"), id));
    without.forEach(id -> assertTrue(text(id).contains("\"hasCode\":false"), id));
    assertTrue(ids(UNWORDED, "").contains("cod2"));
    assertFalse(ids(UNWORDED + " -patches", "").contains("cod2"));
  }

  @Test
  void eachFacetCountsWhatItLeadsTo() throws Exception {
    JsonNode code = ask(ABROAD, "").at("/facets/code");
    for (String value : List.of("true", "false")) {
      assertEquals(
          ask(ABROAD, "&hasCode=" + value).path("total").asInt(), count(code, value), value);
    }
  }

  private static int count(JsonNode facet, String value) {
    return facet
        .valueStream()
        .filter(bucket -> bucket.path("value").asText().equals(value))
        .mapToInt(bucket -> bucket.path("count").asInt())
        .sum();
  }

  @Test
  void pagesShowEachPaperOnceInTheOrderOfOneLongPage() throws Exception {
    List<String> all = ids("learning models", "&size=100");
    List<String> paged = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = ask("learning models", "&size=7" + cursor);
      page.path("hits").forEach(hit -> paged.add(hit.path("id").asText()));
      cursor = page.path("next").isTextual() ? "&cursor=" + page.path("next").asText() : "";
    } while (!cursor.isEmpty());

    assertEquals(all, paged);
    assertEquals(all.size(), new HashSet<>(all).size());
    assertEquals(all.size(), ask("learning models", "").path("total").asInt());
  }

  @Test
  void otherOrdersAndPhrasesGoByWordsAlone() throws Exception {
    assertEquals(ids("tea", "&sort=date"), idsByWords("tea", "&sort=date"));
    assertEquals(ids("\"keeping tea warm\"", ""), idsByWords("\"keeping tea warm\"", ""));
  }

  private static List<String> idsByWords(String text, String more) throws Exception {
    try (EmbeddedServer words = search.another(Map.of("paperflow.search.semantic", false))) {
      return ids(search.json(words, query(text) + more));
    }
  }

  private static String text(String id) {
    return JudgedPapers.all().stream()
        .filter(paper -> paper.get("id").asText().equals(id))
        .map(JsonNode::toString)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> ids(String text, String more) throws Exception {
    return ids(ask(text, more));
  }

  private static List<String> ids(JsonNode answer) {
    List<String> ids = new ArrayList<>();
    answer.path("hits").forEach(hit -> ids.add(hit.path("id").asText()));
    return ids;
  }

  private static JsonNode ask(String text, String more) throws Exception {
    return search.json(service, query(text) + more);
  }

  private static String query(String text) {
    return "/api/search?q=" + RunningSearch.encode(text);
  }
}
