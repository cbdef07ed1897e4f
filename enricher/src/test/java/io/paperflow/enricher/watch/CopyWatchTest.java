package io.paperflow.enricher.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.enricher.forge.SoftwareHeritage;
import io.paperflow.http.Answer;
import io.paperflow.http.Headers;
import io.paperflow.http.Request;
import io.paperflow.schemas.RepositoryFacts;
import io.paperflow.schemas.RepositoryMention;
import io.paperflow.testkit.lease.Ticking;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CopyWatchTest {

  private static final Duration DAY = Duration.ofDays(1);

  private final Ticking clock = new Ticking("2026-03-01T00:00:00Z");
  private final PlayedForge forge = new PlayedForge(clock, 10);
  private final List<String> asked = new ArrayList<>();
  private final WatchedTopic topic = new WatchedTopic(clock, forge, this::archive);
  private boolean archived;

  private Answer archive(Request request) {
    if (request.uri().getHost().equals("forge.test")) {
      return new Answer.Missing(404, "the forge is played elsewhere");
    }
    asked.add(request.uri().toString());
    return archived
        ? new Answer.Content(
            200,
            request.uri(),
            Headers.NONE,
            new ByteArrayInputStream(
                "{\"status\": \"full\", \"snapshot\": \"0a\"}".getBytes(StandardCharsets.UTF_8)))
        : new Answer.Missing(404, "no copy");
  }

  private static RepositoryMention mention(boolean promised) {
    RepositoryMention mention =
        WatchedTopic.mention("a/b", "2602.00001", Instant.parse("2026-02-27T00:00:00Z"));
    return RepositoryMention.newBuilder(mention).setPromised(promised).build();
  }

  private void searchCopies() {
    topic.run(topic.lease(SoftwareHeritage.BUDGET, DAY));
  }

  private RepositoryFacts facts() {
    return topic.facts("a/b").orElseThrow();
  }

  @Test
  void ofWhatIsGoneACopyIsLookedForAndTold() {
    archived = true;
    topic.has(mention(false));
    topic.runFor(DAY);
    assertEquals(Optional.empty(), facts().getArchivedCopy());
    searchCopies();
    assertEquals(
        List.of(
            "https://archive.softwareheritage.org/api/1/origin/https://forge.test/a/b/visit/latest/"
                + "?require_snapshot=true"),
        asked);
    topic.runFor(Duration.ofMinutes(1));
    assertTrue(facts().getArchivedCopy().orElseThrow().contains("forge.test"));
    assertFalse(facts().getFound());
    searchCopies();
    assertEquals(1, asked.size());
  }

  @Test
  void whatComesBackHasNoCopy() {
    archived = true;
    topic.has(mention(false));
    topic.runFor(DAY);
    searchCopies();
    forge.has("a/b", 1);
    topic.runFor(DAY.multipliedBy(3));
    assertTrue(facts().getFound());
    assertEquals(Optional.empty(), facts().getArchivedCopy());
  }

  @Test
  void whatIsOnlyPromisedIsNotSearchedInTheArchive() {
    topic.has(mention(true));
    topic.runFor(DAY);
    searchCopies();
    assertEquals(List.of(), asked);
  }

  @Test
  void whatHasNoCopyIsAskedForOnceMoreLater() {
    topic.has(mention(false));
    topic.runFor(DAY.dividedBy(2));
    searchCopies();
    for (int month = 0; month < 6; month++) {
      topic.runFor(DAY.multipliedBy(30));
      searchCopies();
    }
    assertEquals(2, asked.size());
  }
}
