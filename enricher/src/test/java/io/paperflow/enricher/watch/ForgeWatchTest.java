package io.paperflow.enricher.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.enricher.watch.PlayedForge.Asked;
import io.paperflow.http.Priority;
import io.paperflow.schemas.NamingPaper;
import io.paperflow.schemas.RepositoryFacts;
import io.paperflow.schemas.RepositoryMention;
import io.paperflow.testkit.lease.PlayedLease;
import io.paperflow.testkit.lease.Ticking;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForgeWatchTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration DAY = Duration.ofDays(1);

  private final Ticking clock = new Ticking("2026-03-01T00:00:00Z");
  private final PlayedForge forge = new PlayedForge(clock, 10);
  private final WatchedTopic topic = new WatchedTopic(clock, forge);

  private Instant ago(int days) {
    return clock.instant().minus(Duration.ofDays(days));
  }

  private RepositoryMention mention(String path, String paper, int days) {
    return WatchedTopic.mention(path, paper, ago(days));
  }

  private static RepositoryMention promised(RepositoryMention mention) {
    return RepositoryMention.newBuilder(mention).setPromised(true).build();
  }

  private RepositoryFacts facts(String path) {
    return topic.facts(path).orElseThrow();
  }

  @Test
  void whatTheForgeSaysOfANamedRepositoryIsTold() {
    forge.has("Ada/Engine", 42);
    topic.has(mention("Ada/Engine", "2602.00001", 1));
    topic.runFor(MINUTE);
    RepositoryFacts facts = facts("Ada/Engine");
    assertTrue(facts.getFound());
    assertEquals(Optional.of(42), facts.getStars());
    assertEquals(Optional.of("MIT"), facts.getLicense());
    assertEquals("https://forge.test/Ada/Engine", facts.getUrl());
    assertEquals(
        List.of("arxiv:2602.00001"),
        facts.getPapers().stream().map(NamingPaper::getPaperKey).toList());
  }

  @Test
  void aRepositoryIsAskedAboutOnceForAllItsPapers() {
    forge.has("a/b", 1);
    topic.has(mention("a/b", "2602.00001", 1));
    topic.has(mention("A/B", "2602.00002", 1));
    topic.runFor(MINUTE);
    assertEquals(List.of("a/b"), forge.askedPaths());
    assertEquals(2, facts("a/b").getPapers().size());
  }

  @Test
  void questionsShareARequestAndNewPapersGoFirst() {
    for (int i = 0; i < 15; i++) {
      forge.has("old/r" + i, 1);
      topic.has(mention("old/r" + i, "1702.0000" + i, 900));
    }
    forge.has("new/r", 1);
    topic.has(mention("new/r", "2602.00001", 1));
    topic.runFor(MINUTE);
    assertEquals(16, forge.asked().size());
    assertEquals("new/r", forge.askedPaths().getFirst());
    assertEquals(Priority.LIVE, forge.asked().getFirst().priority());
    assertEquals(Priority.BACKFILL, forge.asked().getLast().priority());
    assertEquals(2, forge.asked().stream().map(Asked::at).distinct().count());
  }

  @Test
  void repositoriesThatComeOneByOneShareRequests() {
    PlayedLease lease = topic.lease(MINUTE);
    for (int i = 0; i < 20; i++) {
      forge.has("a/r" + i, i);
      lease =
          lease.written(
              Duration.ofMillis(5_000 + 200 * i),
              WatchedTopic.record(mention("a/r" + i, "2602.0000" + i, 1)));
    }
    topic.run(lease);
    assertEquals(20, forge.asked().size());
    assertTrue(forge.asked().stream().map(Asked::at).distinct().count() <= 6, "one a second");
  }

  @Test
  void whatIsYoungIsLookedAtDailyAndWhatIsOldMonthly() {
    forge.has("young/r", 1);
    forge.has("old/r", 1);
    topic.has(mention("young/r", "2602.00001", 1));
    topic.has(mention("old/r", "1702.00001", 900));
    topic.runFor(DAY.multipliedBy(20));
    int young = Collections.frequency(forge.askedPaths(), "young/r");
    assertTrue(young >= 18 && young <= 23, "asked " + young + " times");
    assertEquals(1, Collections.frequency(forge.askedPaths(), "old/r"));
  }

  @Test
  void starsAreCountedOverTime() {
    topic.has(mention("a/b", "2602.00001", 1));
    for (int day = 0; day < 5; day++) {
      forge.has("a/b", 10 * day);
      topic.runFor(DAY);
    }
    List<Integer> stars =
        facts("a/b").getStarSeries().stream().map(count -> count.getStars()).toList();
    assertEquals(0, stars.getFirst());
    assertTrue(stars.size() >= 4, stars.toString());
    assertEquals(stars.stream().sorted().toList(), stars);
  }

  @Test
  void aPromisedRepositoryIsLookedForDailyUntilItIsThere() {
    topic.has(promised(mention("a/b", "2602.00001", 1)));
    topic.runFor(DAY.multipliedBy(3));
    assertFalse(facts("a/b").getFound());
    forge.has("a/b", 3);
    topic.runFor(DAY.multipliedBy(2));
    assertTrue(facts("a/b").getFound());
  }

  @Test
  void whatIsGoneKeepsWhatWasKnownAndIsAskedAboutLessAndLess() {
    forge.has("a/b", 7);
    topic.has(mention("a/b", "2602.00001", 1));
    topic.runFor(MINUTE);
    forge.loses("a/b");
    topic.runFor(DAY.multipliedBy(30));
    assertFalse(facts("a/b").getFound());
    assertEquals(Optional.of(7), facts("a/b").getStars());
    assertTrue(forge.asked().size() < 9, "asked " + forge.asked().size() + " times");
  }

  @Test
  void aRenamedRepositoryIsFollowed() {
    forge.renames("a/b", "c/d");
    forge.has("c/d", 5);
    topic.has(mention("a/b", "2602.00001", 1));
    topic.runFor(DAY.multipliedBy(2));
    assertEquals(Optional.of("https://forge.test/c/d"), facts("a/b").getRenamedTo());
    assertEquals("c/d", forge.askedPaths().getLast());
  }

  @Test
  void aReadmeThatNamesThePaperVerifiesItAndIsReadOnce() {
    forge.has("a/b", 1);
    forge.readme("a/b", "# Code of arXiv:2602.00001v2\n");
    topic.has(mention("a/b", "2602.00001", 1));
    topic.has(mention("a/b", "2602.99999", 1));
    topic.runFor(DAY.multipliedBy(3));
    Map<String, Optional<String>> verified = new HashMap<>();
    facts("a/b")
        .getPapers()
        .forEach(paper -> verified.put(paper.getPaperKey(), paper.getVerifiedBy()));
    assertEquals(
        Map.of("arxiv:2602.00001", Optional.of("readme"), "arxiv:2602.99999", Optional.empty()),
        verified);
    assertEquals(List.of("a/b"), forge.read());
  }

  @Test
  void aDescriptionThatNamesThePaperNeedsNoReading() {
    forge.describes("a/b", "Code of https://arxiv.org/abs/2602.00001");
    topic.has(mention("a/b", "2602.00001", 1));
    topic.runFor(DAY);
    assertEquals(Optional.of("description"), facts("a/b").getPapers().getFirst().getVerifiedBy());
    assertEquals(List.of(), forge.read());
  }

  @Test
  void whatOthersWroteIsNotReadForTheProofOfAPaper() {
    forge.has("a/b", 1);
    topic.has(RepositoryMention.newBuilder(mention("a/b", "2602.00001", 1)).setOwn(false).build());
    topic.runFor(DAY);
    assertEquals(List.of(), forge.read());
    assertTrue(facts("a/b").getFound());
  }

  @Test
  void aNewPaperOfAKnownRepositoryIsToldWithoutAsking() {
    forge.has("a/b", 1);
    topic.has(mention("a/b", "2602.00001", 1));
    topic.run(
        topic
            .lease(Duration.ofMinutes(30))
            .written(Duration.ofMinutes(5), WatchedTopic.record(mention("a/b", "2602.00002", 0))));
    assertEquals(1, forge.asked().size());
    assertEquals(2, facts("a/b").getPapers().size());
  }

  @Test
  void aForgeThatIsDownIsLeftAloneAndNothingIsLost() {
    for (int i = 0; i < 30; i++) {
      forge.has("a/r" + i, i);
      topic.has(mention("a/r" + i, "2602.0000" + i, 1));
    }
    forge.downFor(Duration.ofHours(3));
    topic.runFor(Duration.ofHours(4));
    assertEquals(30, forge.asked().size());
    for (int i = 0; i < 30; i++) {
      assertEquals(Optional.of(i), facts("a/r" + i).getStars());
    }
  }

  /** Every call to Kafka or before a request can be the last of a process. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void whoeverTakesOverLosesNoFactAndAsksAgainOnlyWhatWasUnderWay(int call) {
    for (int i = 0; i < 25; i++) {
      forge.has("a/r" + i, i);
      topic.has(mention("a/r" + i, "2602.0000" + i, 1));
    }
    topic.run(topic.lease(Duration.ofHours(1)).breaksAt(call));
    topic.runFor(Duration.ofHours(1));
    for (int i = 0; i < 25; i++) {
      assertEquals(Optional.of(i), facts("a/r" + i).getStars());
    }
    int twice = forge.asked().size() - new HashSet<>(forge.askedPaths()).size();
    assertTrue(twice <= 10, twice + " were asked twice though a request has 10");
  }
}
