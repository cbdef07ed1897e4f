package io.paperflow.testkit.apis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.testkit.world.ShownPaper;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArxivQueryTest {

  private final ApisFixture fixture;

  ArxivQueryTest() throws Exception {
    fixture = new ApisFixture();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void aRangeOfDatesIsGivenInPages() throws Exception {
    Instant from = Instant.parse("2026-02-26T00:00:00Z");
    Instant to = Instant.parse("2026-03-01T00:00:00Z");
    List<String> expected =
        fixture
            .world
            .arxiv()
            .announced(ApisFixture.NOW)
            .filter(p -> !p.paper().submitted().isBefore(from))
            .filter(p -> !p.paper().submitted().isAfter(to))
            .sorted(Comparator.comparing(p -> p.paper().submitted()))
            .map(p -> p.id() + "v" + p.latest().number())
            .toList();
    assertTrue(expected.size() > 2 * PageSizes.small().query());
    String search = "search_query=submittedDate:%5B202602260000+TO+202603010000%5D";
    List<String> ids = new ArrayList<>();
    List<String> page;
    do {
      XmlDocument feed =
          get(
              search
                  + "&sortBy=submittedDate&sortOrder=ascending&max_results=500&start="
                  + ids.size());
      assertEquals(
          List.of(Integer.toString(expected.size())), feed.texts("opensearch:totalResults"));
      page = entries(feed);
      ids.addAll(page);
    } while (!page.isEmpty());
    assertEquals(expected, ids);
  }

  @Test
  void papersAreFoundById() throws Exception {
    ShownPaper paper = fixture.world.arxiv().announced(ApisFixture.NOW).findFirst().orElseThrow();
    assertEquals(
        List.of(paper.id() + "v" + paper.latest().number()), entries(get("id_list=" + paper.id())));
    assertEquals(List.of(), entries(get("id_list=0000.0000")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"id_list=abc", "search_query=all:x&max_results=30001"})
  void whatCannotBeAnsweredIsAnEntryNamedError(String query) throws Exception {
    HttpResponse<String> answer = fixture.get(Api.ARXIV_QUERY, "/api/query?" + query);
    assertEquals(400, answer.statusCode());
    assertEquals("Error", XmlDocument.parse(answer.body()).texts("title").getLast());
  }

  private static List<String> entries(XmlDocument feed) {
    return feed.texts("id").stream()
        .filter(id -> id.contains("/abs/"))
        .map(id -> id.substring("http://arxiv.org/abs/".length()))
        .toList();
  }

  private XmlDocument get(String query) throws Exception {
    return XmlDocument.parse(fixture.get(Api.ARXIV_QUERY, "/api/query?" + query).body());
  }
}
