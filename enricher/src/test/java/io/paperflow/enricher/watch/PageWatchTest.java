package io.paperflow.enricher.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.paperflow.enricher.mention.Places;
import io.paperflow.http.Answer;
import io.paperflow.http.Answer.Category;
import io.paperflow.http.Headers;
import io.paperflow.http.Request;
import io.paperflow.schemas.EnrichedPaper;
import io.paperflow.schemas.LinkKind;
import io.paperflow.schemas.RepositoryMention;
import io.paperflow.testkit.lease.Ticking;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageWatchTest {

  private static final Duration MONTH = Duration.ofDays(30);
  private static final String PAGE = "https://lab.test/paper";
  private static final String OFFER =
      "<p>Our code: <a href='https://github.com/ada/engine'>Code</a></p>";

  private final Ticking clock = new Ticking("2026-03-01T00:00:00Z");
  private final Map<String, String> pages = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private Instant downUntil = Instant.MIN;
  private final WatchedTopic topic =
      new WatchedTopic(clock, new PlayedForge(clock, 1), this::answer);

  private Answer answer(Request request) {
    String url = request.uri().toString();
    asked.add(url);
    if (clock.instant().isBefore(downUntil)) {
      return new Answer.Unavailable("http-503", Category.TRANSIENT, url, clock.instant());
    }
    return Optional.ofNullable(pages.get(url))
        .<Answer>map(
            html ->
                new Answer.Content(
                    200,
                    request.uri(),
                    Headers.of(Map.of("Content-Type", "text/html; charset=utf-8")),
                    new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8))))
        .orElseGet(() -> new Answer.Missing(404, url));
  }

  private static RepositoryMention mention(String paper) {
    return RepositoryMention.newBuilder(
            WatchedTopic.mention("a/b", paper, Instant.parse("2026-02-27T00:00:00Z")))
        .setLease(Places.PAGES)
        .setIdentity(PAGE.substring("https://".length()))
        .setUrl(PAGE)
        .build();
  }

  private void runFor(Duration time) {
    topic.run(topic.lease(Places.PAGES, time));
  }

  @Test
  void aPageIsReadOnceAndItsOneRepositoryIsStated() {
    pages.put(PAGE, OFFER);
    topic.has(mention("2602.00001"));
    runFor(MONTH);
    runFor(MONTH);
    assertEquals(List.of(PAGE), asked);
    EnrichedPaper statement = topic.statements().getFirst();
    assertEquals(1, topic.statements().size());
    assertEquals("arxiv:2602.00001", statement.getPaper().getPaperKey());
    assertEquals(Places.PAGE_SOURCE, statement.getPaper().getSource());
    assertEquals("https://github.com/ada/engine", statement.getLinks().getFirst().getUrl());
    assertEquals(LinkKind.CODE_REPO, statement.getLinks().getFirst().getKind());
    assertEquals(1, statement.getLinks().size());
  }

  @Test
  void aPageOfSeveralPapersStatesNothing() {
    pages.put(PAGE, OFFER);
    topic.has(mention("2602.00001"));
    topic.has(mention("2602.00002"));
    runFor(MONTH);
    assertEquals(List.of(PAGE), asked);
    assertEquals(List.of(), topic.statements());
  }

  @Test
  void aPageThatIsNotThereIsTriedAFewTimes() {
    topic.has(mention("2602.00001"));
    runFor(MONTH.multipliedBy(12));
    assertEquals(4, asked.size());
    pages.put(PAGE, OFFER);
    runFor(MONTH);
    assertEquals(4, asked.size());
  }

  @Test
  void aPageWhoseHostIsDownIsReadWhenItIsBack() {
    pages.put(PAGE, OFFER);
    downUntil = clock.instant().plus(Duration.ofHours(1));
    topic.has(mention("2602.00001"));
    runFor(Duration.ofHours(2));
    assertEquals(1, topic.statements().size());
  }
}
