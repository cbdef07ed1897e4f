package io.paperflow.fetcher.sources.arxiv;

import static io.paperflow.fetcher.sources.ScriptedWeb.content;
import static io.paperflow.fetcher.sources.ScriptedWeb.refused;
import static io.paperflow.fetcher.sources.ScriptedWeb.tagged;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.fetcher.source.Cursor;
import io.paperflow.fetcher.source.SourceSettings;
import io.paperflow.fetcher.source.Step;
import io.paperflow.fetcher.sources.Reading;
import io.paperflow.fetcher.sources.ScriptedWeb;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArxivFeedSourceTest {

  private static final Instant NOW = Instant.parse("2026-03-11T05:00:00Z");

  private final ScriptedWeb web = new ScriptedWeb();

  @Test
  void aFeedIsAskedForByItsTagAndReadOnce() throws InterruptedException {
    web.on("/rss/cs.LG", tagged(feed("2603.00001"), "\"one\""))
        .on("/rss/stat.ML", tagged(feed("2603.00002"), "\"two\""));
    ArxivFeedSource source = source("cs.LG", "stat.ML");
    Reading reading = Reading.of(source, web, NOW);
    Cursor cursor = reading.pass(Cursor.EMPTY);
    assertEquals(2, reading.documents().size());
    Step again = source.step(cursor, NOW, web);
    assertEquals(List.of(), assertInstanceOf(Step.Read.class, again).documents());
    assertEquals(ScriptedWeb.etag("\"one\""), web.asked().getLast().validators());
  }

  @Test
  void theFeedIsShownSinceMidnightEastern() throws InterruptedException {
    web.on("/rss/cs.LG", content(feed("2603.00001")));
    Step step = source("cs.LG").step(Cursor.EMPTY, NOW, web);
    assertEquals(
        Optional.of(Instant.parse("2026-03-11T04:00:00Z")),
        assertInstanceOf(Step.Read.class, step).documents().getFirst().shownAt());
  }

  @Test
  void aFeedWithoutPapersIsNoDocument() throws InterruptedException {
    web.on("/rss/cs.LG", content(feed()));
    Reading reading = Reading.of(source("cs.LG"), web, NOW);
    reading.pass(Cursor.EMPTY);
    assertEquals(List.of(), reading.documents());
    assertEquals(List.of(), reading.troubles());
  }

  @Test
  void aWrongCategoryIsToldAndDoesNotStopTheOthers() throws InterruptedException {
    web.on("/rss/cs.XX", refused(400, feed().replace("cs.LG updates", "Feed error for query")))
        .on("/rss/cs.LG", content(feed("2603.00001")));
    Reading reading = Reading.of(source("cs.XX", "cs.LG"), web, NOW);
    reading.pass(reading.pass(Cursor.EMPTY));
    assertEquals(2, reading.documents().size());
    assertTrue(reading.documents().getFirst().text().contains("Feed error for query"));
    assertTrue(reading.documents().getLast().text().contains("2603.00001"));
  }

  @Test
  void theTimeOfMakingDoesNotMakeAFeedNew() throws InterruptedException {
    String feed = feed("2603.00001");
    web.on("/rss/cs.LG", content(feed), content(feed.replace("04:00:06", "04:07:09")));
    Reading reading = Reading.of(source("cs.LG"), web, NOW);
    reading.pass(reading.pass(Cursor.EMPTY));
    assertEquals(1, reading.documents().size());
  }

  @Test
  void whatIsCutOffIsAskedForAgain() throws InterruptedException {
    String feed = feed("2603.00001");
    web.on("/rss/cs.LG", content(feed.substring(0, feed.length() - 9)), content(feed));
    Reading reading = Reading.of(source("cs.LG"), web, NOW);
    reading.pass(Cursor.EMPTY);
    assertEquals(1, reading.troubles().size());
    assertEquals(feed, reading.documents().getFirst().text());
  }

  @Test
  void settingsWithoutCategoriesOrWithOtherWordsAreRefused() {
    assertEquals(1, problems(Map.of()).size());
    assertEquals(1, problems(Map.of("categories", "cs.LG, http://example.org/x")).size());
    assertEquals(List.of(), problems(Map.of("categories", "cs, cs.LG+stat.ML,cond-mat.mes-hall")));
  }

  private static List<String> problems(Map<String, String> options) {
    SourceSettings settings =
        new SourceSettings(ArxivFeedSource.NAME, Optional.of("https://rss.arxiv.org/rss"), options);
    ArxivFeedSource.of(settings);
    return settings.problems();
  }

  private static ArxivFeedSource source(String... categories) {
    return new ArxivFeedSource(URI.create("https://rss.arxiv.org/rss"), List.of(categories));
  }

  private static String feed(String... ids) {
    StringBuilder items = new StringBuilder();
    for (String id : ids) {
      items.append("<item><guid>oai:arXiv.org:").append(id).append("v1</guid></item>");
    }
    return "<?xml version='1.0' encoding='UTF-8'?><rss version=\"2.0\"><channel>"
        + "<title>cs.LG updates on arXiv.org</title>"
        + "<lastBuildDate>Wed, 11 Mar 2026 04:00:06 +0000</lastBuildDate>"
        + "<pubDate>Wed, 11 Mar 2026 00:00:00 -0400</pubDate>"
        + items
        + "</channel></rss>";
  }
}
