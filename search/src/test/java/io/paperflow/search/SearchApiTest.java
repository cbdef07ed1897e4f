package io.paperflow.search;

import static io.paperflow.search.RunningSearch.encode;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SearchExtension.class)
class SearchApiTest {

  private final RunningSearch search;

  SearchApiTest(RunningSearch search) {
    this.search = search;
  }

  @TestFactory
  Stream<DynamicTest> aTitleTypedVerbatimFindsItsPaperFirst() {
    return search.corpus().stream()
        .map(
            paper ->
                DynamicTest.dynamicTest(
                    paper.get("title").asText(),
                    () ->
                        assertEquals(
                            paper.get("id").asText(),
                            ids(query(paper.get("title").asText())).getFirst())));
  }

  @Test
  void allWordsAreRequiredWhereverTheyStand() {
    assertEquals(List.of("arxiv:2506.01234"), ids(query("halvorsen glaciers satellite")));
    assertEquals(List.of("arxiv:2611.09871"), ids(query("river-attention")));
  }

  @Test
  void ofPapersThatMatchAlikeTheNewerMoreVotedOrMoreStarredComesFirst() throws Exception {
    List<JsonNode> alike =
        List.of(
            signalled("old", "2016-05-01T00:00:00Z", 0, 0),
            signalled("new", "2026-11-01T00:00:00Z", 0, 0),
            signalled("voted", "2016-05-01T00:00:00Z", 120, 0),
            signalled("starred", "2016-05-01T00:00:00Z", 120, 900));
    search.index(alike);
    try {
      List<String> found = ids(query("zeppelin moorings"));
      assertEquals("arxiv:starred", found.getFirst());
      assertEquals("arxiv:old", found.getLast());
      assertEquals(4, found.size());
    } finally {
      search.delete(alike.stream().map(paper -> paper.get("id").asText()).toList());
    }
  }

  private static JsonNode signalled(String name, String published, int votes, int stars) {
    ObjectNode paper =
        new ObjectMapper()
            .createObjectNode()
            .put("id", "arxiv:" + name)
            .put("title", "Zeppelin Moorings")
            .put("published", published);
    paper.putObject("daily").put("upvotes", votes);
    paper.putObject("code").put("stars", stars);
    return paper;
  }

  @Test
  void stopWordsAreNotRequired() {
    assertEquals(List.of("arxiv:2506.01234"), ids(query("it was the glaciers of this")));
  }

  @Test
  void accentsAndCaseDoNotMatter() {
    assertEquals(List.of("arxiv:2305.05555"), ids(query("schrodinger GROSS")));
  }

  @Test
  void phrasesStandTogether() {
    assertEquals(List.of("arxiv:2611.09871"), ids(query("\"million tokens\"")));
    JsonNode apart = query("\"tokens million\"");
    assertEquals("closest", apart.get("matching").asText());
    assertEquals("arxiv:2611.09871", ids(apart).getFirst());
  }

  @Test
  void excludedWordsAndPhrasesAreMissingFromHits() {
    List<String> all = ids(query("graph neural networks"));
    assertTrue(all.containsAll(List.of("arxiv:2203.04321", "doi:10.5555/conf.2022.117")));
    assertFalse(
        ids(query("graph neural networks -\"extended abstract\""))
            .contains("doi:10.5555/conf.2022.117"));
    assertEquals(List.of("arxiv:2203.04321"), ids(query("graph networks -glacier -abridged")));
  }

  @Test
  void onlyExclusionsGiveAllOtherPapers() {
    assertEquals(
        search.corpus().size() - ids(query("graph")).size(), query("-graph").get("total").asInt());
  }

  @ParameterizedTest
  @CsvSource({
    "glaceir crevases, arxiv:2506.01234",
    "Tidepol, arxiv:2611.08455",
    "schroedingers cafee, arxiv:2305.05555",
    "river atention transformrs, arxiv:2611.09871"
  })
  void typingErrorsAreForgivenWhenNothingElseIsFound(String typed, String id) {
    JsonNode answer = query(typed);
    assertEquals("similar", answer.get("matching").asText());
    assertEquals(id, ids(answer).getFirst());
  }

  @Test
  void papersWithMoreOfTheWordsComeFirstWhenNoneHasAll() {
    JsonNode answer = query("glaciers crevasses unicorns");
    assertEquals("closest", answer.get("matching").asText());
    assertEquals("arxiv:2506.01234", ids(answer).getFirst());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "arxiv:hep-th/9901001",
        "hep-th/9901001v2",
        "https://arxiv.org/abs/hep-th/9901001"
      })
  void anIdentifierFindsItsPaper(String typed) {
    assertEquals("arxiv:hep-th/9901001", ids(query(typed)).getFirst());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"",
        "-",
        "--",
        "-\"",
        "(",
        "[[[",
        "{}",
        "\\",
        "/",
        "/.*/",
        "*",
        "?",
        "~",
        "AND",
        "OR NOT",
        "a AND (b OR",
        "title:x",
        ":",
        "::",
        "+",
        "&&",
        "||",
        "!",
        "^2",
        "<b>",
        "'",
        ";",
        "%",
        "\u0000",
        "\uFFFD",
        "🚀",
        "\u202E",
        "a\tb\nc"
      })
  void noTextBreaksTheSearch(String typed) {
    assertEquals(200, search.get("/api/search?q=" + encode(typed)).statusCode(), typed);
    assertEquals(200, search.get("/search?q=" + encode(typed)).statusCode(), typed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"attention ", "-attention ", "\"attention\" ", "🚀", "\\\"(", "x", "qzxwvkjy "})
  void textsOfTenKilobytesAreAnswered(String part) {
    String typed = part.repeat(10_240 / part.length());
    assertEquals(200, search.get("/api/search?q=" + encode(typed)).statusCode());
    assertEquals(200, search.get("/search?q=" + encode(typed)).statusCode());
  }

  @Test
  void aTextOfManyMistypedWordsStillFindsItsPaper() {
    JsonNode answer =
        query(
            "graph networks trained on 30 years of satelite images see crevasses and calvng ahed");
    assertEquals("closest", answer.get("matching").asText());
    assertEquals("arxiv:2506.01234", ids(answer).getFirst());
  }

  @Test
  void brokenEscapesInAnAddressAreAnswered() {
    assertTrue(search.get("/api/search?q=%FF%FE").statusCode() < 500);
  }

  @Test
  void noWordsGiveTheNewestPapersFirst() {
    JsonNode answer = search.json("/api/search?size=100");
    assertEquals(search.corpus().size(), answer.get("total").asInt());
    List<String> dates = new ArrayList<>();
    answer.get("hits").forEach(hit -> dates.add(hit.path("published").asText()));
    assertEquals(dates.stream().sorted(Comparator.reverseOrder()).toList(), dates);
    assertEquals(
        List.of("title:0a1b2c3d4e5f60718293a4b5c6d7e8f9", "title:3f2a9c0d4b5e6f708192a3b4c5d6e7f8"),
        ids(answer).subList(dates.size() - 2, dates.size()),
        "without a date by when they were first seen");
  }

  @Test
  void hitsCanBeOrderedByDate() {
    List<String> dates = new ArrayList<>();
    JsonNode answer = search.json("/api/search?sort=date&q=graph+neural+networks");
    answer.get("hits").forEach(hit -> dates.add(hit.get("published").asText()));
    assertEquals(3, dates.size());
    assertEquals(dates.stream().sorted(Comparator.reverseOrder()).toList(), dates);
  }

  @ParameterizedTest
  @CsvSource({
    "votes, arxiv:2611.08455 arxiv:2611.09871 arxiv:2611.10233 arxiv:1801.40000",
    "stars, arxiv:2611.09871 arxiv:2611.10233 arxiv:2506.01234 arxiv:2402.07777",
    "growth, arxiv:2611.10233 arxiv:2611.09871 arxiv:2506.01234 arxiv:2402.07777"
  })
  void hitsCanBeOrderedByWhatWasCounted(String sort, String first) {
    JsonNode answer = search.json("/api/search?size=100&sort=" + sort);
    assertEquals(search.corpus().size(), answer.get("hits").size());
    assertEquals(List.of(first.split(" ")), ids(answer).subList(0, 4));
  }

  @Test
  void pagesByStarsHoldEveryPaperOnce() {
    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode answer = search.json("/api/search?size=3&sort=stars" + cursor);
      seen.addAll(ids(answer));
      cursor = answer.has("next") ? "&cursor=" + encode(answer.get("next").asText()) : "";
    } while (!cursor.isEmpty());
    assertEquals(search.corpus().size(), seen.size());
    assertEquals(search.corpus().size(), Set.copyOf(seen).size());
  }

  @ParameterizedTest
  @CsvSource({
    "author:oduya, 1",
    "author:\"Maren Oduya\", 1",
    "author:\"Oduya Maren\", 0",
    "author:attention, 0",
    "title:attention, 3",
    "title:the, 33",
    "abstract:fields, 1",
    "category:cs.cl, 3",
    "category:physics, 2",
    "category:cs.C, 0",
    "source:openreview, 1",
    "language:PYTHON, 2",
    "license:mit, 2",
    "has:code, 4",
    "has:model, 1",
    "has:demo, 1",
    "date:2022, 4",
    "date:2022-04..2022-05, 2",
    "date:>2026-11-16, 2",
    "date:<2000, 1",
    "stars:>58, 2",
    "stars:7, 1",
    "votes:50..100, 1",
    "-has:code, 29",
    "-author:quill category:cs.DL, 0",
    "attention has:code, 2",
    "attention -has:code, 1",
    "'atention riverr has:code', 1",
    "\"attention\" author:oduya category:cs.LG date:2026 has:code stars:>1000, 1",
    "unicorns has:code, 0"
  })
  void conditionsNarrow(String typed, int papers) {
    assertEquals(papers, query(typed).get("total").asInt());
  }

  @Test
  void theNameOfAPaperKnownByItsTitleIsNoConditionOnTheTitle() {
    String id = "title:3f2a9c0d4b5e6f708192a3b4c5d6e7f8";
    assertEquals(List.of(id), ids(query(id)));
  }

  @Test
  void conditionsHoldAlsoWhenWordsAreForgiven() {
    JsonNode answer = query("glaceir crevases has:code language:julia");
    assertEquals("similar", answer.get("matching").asText());
    assertEquals(List.of("arxiv:2506.01234"), ids(answer));
    assertEquals(0, query("glaceir crevases language:python").get("total").asInt());
  }

  @Test
  void wordsOfAConditionAreMarked() {
    JsonNode hit = query("title:attention author:oduya").get("hits").get(0);
    assertTrue(hit.at("/highlight/title").asText().contains("<mark>Attention</mark>"));
  }

  @Test
  void facetsCountTheMatchingPapers() {
    JsonNode facets = query("attention").get("facets");
    assertEquals(Map.of("arxiv", 3, "huggingface-daily-papers", 1), counts(facets.get("source")));
    assertEquals(Map.of("cs.CL", 2, "cs.LG", 1, "cs.CV", 1), counts(facets.get("category")));
    assertEquals(Map.of("true", 2, "false", 1), counts(facets.get("code")));
    assertEquals(Map.of("2026", 1, "2024", 2), counts(facets.get("year")));
    assertEquals(Map.of("python", 1, "jupyter notebook", 1), counts(facets.get("language")));
    assertEquals(Map.of("Apache-2.0", 1, "MIT", 1), counts(facets.get("license")));
  }

  @ParameterizedTest
  @CsvSource({
    "source=openreview, 1",
    "category=cs.CL, 3",
    "hasCode=true, 4",
    "from=2026-11-17, 2",
    "to=1999-01-04, 1",
    "from=2022&to=2022, 4",
    "from=2022-04&to=2022-04, 1",
    "source=arxiv&category=cs.CL&hasCode=true&from=2026, 2",
    "category=none, 0",
    "language=python, 2",
    "language=Python, 2",
    "license=MIT, 2",
    "minStars=58, 3",
    "minStars=0, 4",
    "language=python&minStars=1000, 1"
  })
  void filtersNarrow(String filters, int papers) {
    assertEquals(papers, search.json("/api/search?" + filters).get("total").asInt());
  }

  @Test
  void aFacetValueLeadsToAsManyPapersAsItCounts() {
    JsonNode facets = search.json("/api/search").get("facets");
    counts(facets.get("source")).forEach((value, count) -> filtered("source", value, count));
    counts(facets.get("category")).forEach((value, count) -> filtered("category", value, count));
    counts(facets.get("code")).forEach((value, count) -> filtered("hasCode", value, count));
    counts(facets.get("language")).forEach((value, count) -> filtered("language", value, count));
    counts(facets.get("license")).forEach((value, count) -> filtered("license", value, count));
    counts(facets.get("year"))
        .forEach((value, count) -> filtered("to=" + value + "&from", value, count));
  }

  private void filtered(String parameter, String value, int count) {
    assertEquals(
        count,
        search.json("/api/search?" + parameter + "=" + encode(value)).get("total").asInt(),
        parameter + " " + value);
  }

  @Test
  void aHitHoldsThePaperAndWhyItWasFound() {
    JsonNode hit = query("banks").get("hits").get(0);
    JsonNode stored =
        search.corpus().stream()
            .filter(paper -> paper.get("id").equals(hit.get("id")))
            .findFirst()
            .orElseThrow();
    stored
        .properties()
        .forEach(
            field -> {
              if (!field.getKey().equals("statements")) {
                assertEquals(field.getValue(), hit.get(field.getKey()), field.getKey());
              }
            });
    assertFalse(hit.has("statements"));
    assertTrue(hit.get("score").asDouble() > 0);
    assertTrue(
        hit.at("/highlight/abstract/0").asText().contains("moving <mark>banks</mark>"),
        hit.get("highlight").toString());
  }

  @Test
  void highlightsAreEscaped() {
    JsonNode hit = query("bold claims markup").get("hits").get(0);
    assertEquals(
        "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &lt;b&gt;<mark>Bold</mark>&lt;/b&gt;"
            + " <mark>Claims</mark>: &lt;img src=x onerror=alert(1)&gt;",
        hit.at("/highlight/title").asText());
    assertTrue(
        hit.at("/highlight/abstract/0").asText().contains("&lt;i&gt;<mark>markup</mark>&lt;/i&gt;"),
        hit.get("highlight").toString());
  }

  @Test
  void aPaperIsFoundByAnyOfItsIdentifiers() {
    for (JsonNode paper : search.corpus()) {
      String id = paper.get("id").asText();
      assertEquals(id, search.json("/api/papers/" + id).get("id").asText());
      assertEquals(id, search.json("/api/papers/" + encode(id)).get("id").asText());
    }
    assertEquals(
        "doi:10.5555/conf.2022.117",
        search.json("/api/papers/10.5555/CONF.2022.117").get("id").asText());
  }

  @Test
  void similarPapersAreAboutTheSame() {
    List<String> similar = ids(search.json("/api/similar/arxiv:2506.01234"));
    assertTrue(similar.subList(0, 2).contains("arxiv:2203.04321"), similar.toString());
    assertFalse(similar.contains("arxiv:2506.01234"), "not itself");
    assertEquals(
        similar, ids(search.json("/api/similar/" + encode("https://arxiv.org/abs/2506.01234"))));
  }

  @Test
  void aPaperThatNobodyHasIsSimilarToNone() {
    assertEquals(404, search.get("/api/similar/arxiv:0001.00001").statusCode());
  }

  private JsonNode query(String typed) {
    return search.json("/api/search?size=100&q=" + encode(typed));
  }

  private static List<String> ids(JsonNode answer) {
    List<String> ids = new ArrayList<>();
    answer.get("hits").forEach(hit -> ids.add(hit.get("id").asText()));
    return ids;
  }

  private static Map<String, Integer> counts(JsonNode values) {
    Map<String, Integer> counts = new TreeMap<>();
    values.forEach(value -> counts.put(value.get("value").asText(), value.get("count").asInt()));
    return counts;
  }
}
