package io.paperflow.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SearchExtension.class)
class PagingTest {

  private final RunningSearch search;

  PagingTest(RunningSearch search) {
    this.search = search;
  }

  @ParameterizedTest
  @CsvSource({
    "'', 1",
    "'', 10",
    "'', 33",
    "q=of, 4",
    "q=of&sort=date, 4",
    "q=ada&source=arxiv, 3",
    "q=papr+glacier+quil, 2",
    "q=Counting+-ing+Forms+-Without+Reading+Them, 1",
    "from=2018&to=2023, 5"
  })
  void followingTheCursorGivesEveryPaperOnce(String query, int size) {
    List<String> paged = new ArrayList<>();
    JsonNode page = search.json("/api/search?size=" + size + "&" + query);
    int total = page.get("total").asInt();
    paged.addAll(ids(page));
    while (page.has("next")) {
      assertEquals(size, page.get("hits").size(), "only the last page may be short");
      page = next(page, query, size);
      assertEquals(total, page.get("total").asInt());
      paged.addAll(ids(page));
    }
    assertEquals(total, paged.size());
    assertEquals(paged.size(), new HashSet<>(paged).size());
    assertEquals(ids(search.json("/api/search?size=100&" + query)), paged);
  }

  @Test
  void papersThatArriveMeanwhileDisturbNoOrder() throws Exception {
    String query = "q=attention+OR+the";
    List<String> before = ids(search.json("/api/search?size=100&" + query));
    JsonNode page = search.json("/api/search?size=1&" + query);
    List<String> paged = new ArrayList<>(ids(page));
    List<JsonNode> arrived = IntStream.range(0, 40).mapToObj(PagingTest::newcomer).toList();
    search.index(arrived);
    try {
      while (page.has("next")) {
        page = next(page, query, 1);
        paged.addAll(ids(page));
      }
    } finally {
      search.delete(ids(arrived));
    }
    assertEquals(before, paged);
  }

  @Test
  void sizesMayDifferFromPageToPage() {
    JsonNode first = search.json("/api/search?q=of&size=2");
    JsonNode second = next(first, "q=of", 3);
    List<String> all = ids(search.json("/api/search?q=of&size=5"));
    assertEquals(all.subList(0, 2), ids(first));
    assertEquals(all.subList(2, all.size()), ids(second));
  }

  @Test
  void aSearchLeavesNothingOpenAfterItsLastPage() throws Exception {
    long open = search.openContexts();
    JsonNode page = search.json("/api/search?q=of&size=3");
    assertTrue(page.has("next"));
    assertTrue(search.openContexts() > open);
    while (page.has("next")) {
      page = next(page, "q=of", 3);
    }
    search.json("/api/search?q=of&size=100");
    assertEquals(open, search.openContexts());
  }

  @Test
  void aCursorGoesWithItsSearchOnly() {
    String cursor = search.json("/api/search?q=of&size=1").get("next").asText();
    var answer = search.get("/api/search?q=the&cursor=" + cursor);
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains("cursor"));
  }

  private JsonNode next(JsonNode page, String query, int size) {
    return search.json(
        "/api/search?size=" + size + "&" + query + "&cursor=" + page.get("next").asText());
  }

  private static JsonNode newcomer(int number) {
    return new ObjectMapper()
        .valueToTree(
            Map.of(
                "id", "title:newcomer-" + number,
                "title", "Attention and the " + number + " newcomers",
                "abstract", "the attention ".repeat(number)));
  }

  private static List<String> ids(Iterable<JsonNode> papers) {
    List<String> ids = new ArrayList<>();
    papers.forEach(paper -> ids.add(paper.get("id").asText()));
    return ids;
  }

  private static List<String> ids(JsonNode answer) {
    return ids((Iterable<JsonNode>) answer.get("hits"));
  }
}
