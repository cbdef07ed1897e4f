package io.paperflow.search;

import static io.paperflow.search.RunningSearch.encode;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

@ExtendWith(SearchExtension.class)
class FeedsTest {

  private final RunningSearch search;

  FeedsTest(RunningSearch search) {
    this.search = search;
  }

  @ParameterizedTest
  @CsvSource({"atom, entry, id, urn:paperflow:", "rss, item, guid, urn:paperflow:"})
  void allPapersStandInTheirFeedTheLastArrivalFirst(
      String format, String item, String id, String prefix) throws Exception {
    Element feed = xml("/feed." + format + "?size=100");
    List<JsonNode> arrived = arrived();
    List<Element> items = all(feed, item);
    assertEquals(
        arrived.stream().map(paper -> plain(paper.get("title").asText())).toList(),
        items.stream().map(i -> text(i, "title").replaceFirst("^Withdrawn: ", "")).toList());
    assertEquals(
        arrived.stream().map(paper -> prefix + paper.get("id").asText()).toList(),
        items.stream().map(i -> text(i, id).replace("%2F", "/")).toList());
  }

  @Test
  void aJsonFeedHoldsTheSame() {
    JsonNode feed = search.json("/feed.json?size=100");
    assertEquals("https://jsonfeed.org/version/1.1", feed.get("version").asText());
    List<String> titles = new ArrayList<>();
    feed.get("items").forEach(item -> titles.add(item.get("title").asText()));
    assertEquals(
        arrived().stream().map(paper -> plain(paper.get("title").asText())).toList(),
        titles.stream().map(title -> title.replaceFirst("^Withdrawn: ", "")).toList());
  }

  @Test
  void anEntryTellsWhoWroteWhatAndWhereItsCodeIs() throws Exception {
    Element entry = all(xml("/feed.atom?q=river"), "entry").getFirst();
    assertEquals("urn:paperflow:arxiv:2611.09871", text(entry, "id"));
    assertEquals("Maren Oduya", text(entry, "name"));
    assertEquals("2026-11-17T00:00:00Z", text(entry, "published"));
    List<Element> links = all(entry, "link");
    assertTrue(
        links.getFirst().getAttribute("href").matches("http://[^/]+/papers/arxiv:2611.09871"));
    assertEquals(
        "https://github.com/delta-lab/river-attention", links.getLast().getAttribute("href"));
    assertEquals("related", links.getLast().getAttribute("rel"));

    Element item = all(xml("/feed.rss?q=river"), "item").getFirst();
    assertEquals("false", all(item, "guid").getFirst().getAttribute("isPermaLink"));
    assertEquals("Tue, 17 Nov 2026 00:00:00 GMT", text(item, "pubDate"));
    assertTrue(
        text(item, "description")
            .contains("<a href=\"https://github.com/delta-lab/river-attention\">"));

    JsonNode json = search.json("/feed.json?q=river").at("/items/0");
    assertEquals("Maren Oduya", json.at("/authors/0/name").asText());
    assertEquals(
        "https://github.com/delta-lab/river-attention", json.at("/_paperflow/code/0").asText());
  }

  @Test
  void announcedCodeAndCodeOfOthersIsNotTheCodeOfAPaper() throws Exception {
    assertEquals(1, all(all(xml("/feed.atom?q=tidepool"), "entry").getFirst(), "link").size());
    assertEquals(2, all(all(xml("/feed.atom?q=glacier"), "entry").getFirst(), "link").size());
  }

  @Test
  void nothingASourceWroteIsMarkupForAReader() throws Exception {
    Element item = all(xml("/feed.rss?q=" + encode("bold claims markup")), "item").getFirst();
    assertFalse(text(item, "description").contains("<i>"));
    assertTrue(text(item, "description").contains("&lt;i&gt;"));
  }

  @Test
  void aFeedIsNarrowedByWordsConditionsAndFilters() throws Exception {
    assertEquals(2, all(xml("/feed.atom?q=attention+has:code"), "entry").size());
    assertEquals(4, all(xml("/feed.rss?hasCode=true"), "item").size());
    assertEquals(3, search.json("/feed.json?category=cs.CL").get("items").size());
  }

  @Test
  void aFeedLeavesNothingOpen() throws Exception {
    long open = search.openContexts();
    assertEquals(1, all(xml("/feed.atom?q=attention&sort=relevance&size=1"), "entry").size());
    assertEquals(open, search.openContexts());
  }

  @Test
  void aFeedHoldsNothingThatMerelyResembles() throws Exception {
    assertTrue(search.json("/api/search?q=Tidepol").get("total").asInt() > 0);
    assertEquals(List.of(), all(xml("/feed.atom?q=Tidepol"), "entry"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/feed.atom", "/feed.rss?q=graph", "/feed.json"})
  void whatAReaderHasIsNotSentAgain(String path) {
    HttpResponse<String> first = search.get(path);
    String tag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> second = search.get(path, "If-None-Match", tag);
    assertEquals(304, second.statusCode());
    assertEquals("", second.body());
    assertEquals(200, search.get(path, "If-None-Match", "\"another\"").statusCode());
  }

  @ParameterizedTest
  @CsvSource({
    "atom, application/atom+xml",
    "rss, application/rss+xml",
    "json, application/feed+json"
  })
  void feedsSayWhatTheyAre(String format, String type) {
    HttpResponse<String> answer = search.get("/feed." + format);
    assertEquals(
        type + ";charset=utf-8", answer.headers().firstValue("Content-Type").orElseThrow());
  }

  @Test
  void aSearchLeadsToItsFeed() throws Exception {
    var page = org.jsoup.Jsoup.parse(search.get("/search?q=graph&hasCode=true&sort=date").body());
    String atom = page.expectFirst("link[rel=alternate]").attr("href");
    assertEquals(atom, page.expectFirst(".follow a").attr("href"));
    assertEquals("/feed.atom?q=graph&hasCode=true", atom);
    assertEquals(1, all(xml(atom), "entry").size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/feed.atom?sort=best", "/feed.rss?size=0", "/feed.json?from=soon"})
  void whatCannotBeUnderstoodIsAProblem(String path) {
    HttpResponse<String> answer = search.get(path);
    assertEquals(400, answer.statusCode());
    assertTrue(
        answer
            .headers()
            .firstValue("Content-Type")
            .orElseThrow()
            .startsWith("application/problem"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "\uFFFE", "<b>&\"'", "🚀", "]]>"})
  void noTextBreaksAFeed(String typed) throws Exception {
    xml("/feed.atom?q=" + encode(typed));
    xml("/feed.rss?q=" + encode(typed));
    assertEquals(200, search.get("/feed.json?q=" + encode(typed)).statusCode());
  }

  @Test
  void everyPaperHasAnIdOfItsOwn() throws Exception {
    List<String> ids =
        all(xml("/feed.atom?size=100"), "entry").stream().map(e -> text(e, "id")).toList();
    assertEquals(search.corpus().size(), new HashSet<>(ids).size());
  }

  private List<JsonNode> arrived() {
    return search.corpus().stream()
        .sorted(
            Comparator.comparing((JsonNode paper) -> paper.get("firstSeen").asText())
                .reversed()
                .thenComparing(paper -> paper.get("id").asText()))
        .toList();
  }

  private static String plain(String title) {
    return title.replaceAll("\\s", " ").strip();
  }

  private Element xml(String path) throws Exception {
    HttpResponse<String> answer = search.get(path);
    assertEquals(200, answer.statusCode(), answer.body());
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)))
        .getDocumentElement();
  }

  private static List<Element> all(Element within, String name) {
    var nodes = within.getElementsByTagName(name);
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .flatMap(node -> node instanceof Element element ? Stream.of(element) : Stream.empty())
        .toList();
  }

  private static String text(Element within, String name) {
    return all(within, name).stream().map(Node::getTextContent).findFirst().orElse("");
  }
}
