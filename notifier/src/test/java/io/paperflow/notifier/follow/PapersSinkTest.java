package io.paperflow.notifier.follow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.catalogue.paper.Paper;
import io.paperflow.catalogue.query.IndexUnavailableException;
import io.paperflow.notifier.TestPapers;
import io.paperflow.notifier.match.SavedSearches;
import io.paperflow.pipeline.Delivery;
import io.paperflow.pipeline.Failure;
import io.paperflow.pipeline.Publication;
import io.paperflow.pipeline.Verdict;
import io.paperflow.schemas.AppearanceCause;
import io.paperflow.schemas.Channel;
import io.paperflow.schemas.CodeAppeared;
import io.paperflow.schemas.EnrichedPaper;
import io.paperflow.schemas.FollowedEvent;
import io.paperflow.schemas.PaperRecord;
import io.paperflow.schemas.Rhythm;
import io.paperflow.schemas.SavedSearch;
import io.paperflow.schemas.Subscription;
import io.paperflow.schemas.SubscriptionState;
import io.paperflow.testkit.lease.Ticking;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told of papers that arrive, of code that appears and of withdrawals. */
class PapersSinkTest {

  private final Ticking clock = new Ticking("2026-11-20T08:00:00Z");
  private final Map<String, Paper> index = new HashMap<>();
  private final List<Publication> told = new ArrayList<>();
  private final SavedSearches searches = new SavedSearches();
  private final Subscriptions subscriptions = new Subscriptions(searches);
  private final Matches matches = new Matches(subscriptions, this::take);
  private final PapersSink sink = new PapersSink(this::find, matches, clock);
  private boolean indexAnswers = true;
  private Optional<Failure> kafka = Optional.empty();

  private Optional<Failure> take(List<Publication> publications) {
    if (kafka.isEmpty()) {
      told.addAll(publications);
    }
    return kafka;
  }

  private Map<String, Paper> find(Collection<String> keys) {
    if (!indexAnswers) {
      throw new IndexUnavailableException("down", new IOException());
    }
    Map<String, Paper> found = new HashMap<>(index);
    found.keySet().retainAll(keys);
    return found;
  }

  @BeforeEach
  void subscribe() {
    subscriptions.take(
        new Delivery<>(
            "s",
            Subscription.newBuilder()
                .setId("s")
                .setSecret("x")
                .setState(SubscriptionState.ACTIVE)
                .setOrigin("page")
                .setCreatedAt(clock.instant())
                .setSince(clock.instant())
                .setChannel(Channel.EMAIL)
                .setAddress("ada@example.org")
                .setRhythm(Rhythm.DAILY)
                .setEvents(List.of(FollowedEvent.NEW, FollowedEvent.CODE, FollowedEvent.WITHDRAWN))
                .setSearches(
                    List.of(SavedSearch.newBuilder().setName("rivers").setQuery("river").build()))
                .build(),
            0,
            clock.instant(),
            Map.of()));
    subscriptions.complete(clock.instant());
    clock.pass(Duration.ofMinutes(1));
  }

  @AfterEach
  void close() {
    searches.close();
  }

  @Test
  void aNewPaperThatASearchFindsIsToldOnce() throws Exception {
    indexed("a", "Rivers", clock.instant(), clock.instant());
    indexed("b", "Lakes", clock.instant(), clock.instant());

    assertDone(record("a", false), record("b", false));
    assertDone(record("a", false));

    assertEquals(List.of("match/s/NEW/a"), keys());
  }

  @Test
  void whatWasHereBeforeTheSubscriptionIsNotNew() throws Exception {
    Instant before = clock.instant().minus(Duration.ofHours(1));
    indexed("a", "Rivers", before, clock.instant());

    assertDone(record("a", false));

    assertEquals(List.of(), keys());
  }

  @Test
  void ofThePastNothingIsToldThoughItIsNotInTheIndex() throws Exception {
    EnrichedPaper old = record("a", false);
    old =
        EnrichedPaper.newBuilder(old)
            .setPaper(
                PaperRecord.newBuilder(old.getPaper())
                    .setPublished(clock.instant().minus(Duration.ofDays(90)))
                    .build())
            .build();

    assertDone(old);

    assertEquals(List.of(), keys());
  }

  @Test
  void theIndexIsWaitedForAndThenTheRecordCounts() throws Exception {
    EnrichedPaper record = record("a", false);
    Instant arrived = clock.instant();

    assertTrue(failed(record, arrived), "not in the index yet");
    indexed("a", "Rivers", arrived, arrived.minusSeconds(60));
    assertTrue(failed(record, arrived), "an older state of it");
    clock.pass(Duration.ofMinutes(16));
    index.clear();
    assertEquals(List.of(Verdict.done()), sink.write(List.of(delivery(record, arrived))));

    assertEquals(List.of("match/s/NEW/a"), keys());
  }

  @Test
  void aWithdrawnPaperIsToldAsSuch() throws Exception {
    index.put(
        "a",
        TestPapers.of(
            "{'id':'a','title':'Rivers','withdrawn':true,'firstSeen':'%s','freshness':{'fetchedAt':'%s'}}"
                .formatted(clock.instant(), clock.instant())));

    assertDone(record("a", true));

    assertEquals(List.of("match/s/WITHDRAWN/a"), keys());
  }

  @Test
  void codeThatAppearsIsToldHoweverOldThePaperIs() throws Exception {
    indexed("a", "Rivers", Instant.parse("2020-01-01T00:00:00Z"), clock.instant());
    CodeAppeared event =
        CodeAppeared.newBuilder()
            .setPaperKey("a")
            .setTitle("Rivers")
            .setRepository("https://github.com/quill/riverfold")
            .setCause(AppearanceCause.REPOSITORY)
            .setSeenAt(clock.instant())
            .build();

    assertEquals(
        List.of(Verdict.done()),
        new CodeSink(this::find, matches)
            .write(List.of(new Delivery<>("a", event, 0, clock.instant(), Map.of()))));

    assertEquals(List.of("match/s/CODE/a"), keys());
  }

  @Test
  void whenIndexOrKafkaIsAwayItComesAgain() throws Exception {
    indexed("a", "Rivers", clock.instant(), clock.instant());
    indexAnswers = false;
    assertTrue(failed(record("a", false), clock.instant()));
    indexAnswers = true;
    kafka = Optional.of(Failure.transientFailure("away", "away"));
    assertTrue(failed(record("a", false), clock.instant()));
    kafka = Optional.empty();

    assertDone(record("a", false));

    assertEquals(List.of("match/s/NEW/a"), keys());
  }

  @Test
  void nothingIsMissedWhileTheSubscriptionsAreNotReadYet() throws Exception {
    indexed("a", "Rivers", clock.instant(), clock.instant());
    subscriptions.clear();
    assertTrue(failed(record("a", false), clock.instant()));
    subscriptions.complete(clock.instant());

    assertDone(record("a", false));

    assertEquals(1, told.size());
  }

  private boolean failed(EnrichedPaper record, Instant arrived) throws InterruptedException {
    return !sink.write(List.of(delivery(record, arrived))).equals(List.of(Verdict.done()));
  }

  private void assertDone(EnrichedPaper... records) throws InterruptedException {
    List<Delivery<EnrichedPaper>> batch = new ArrayList<>();
    for (EnrichedPaper record : records) {
      batch.add(delivery(record, clock.instant()));
    }
    for (Verdict verdict : sink.write(batch)) {
      assertEquals(Verdict.done(), verdict);
    }
  }

  private List<String> keys() {
    return told.stream().map(Publication::key).toList();
  }

  private void indexed(String id, String title, Instant firstSeen, Instant fetchedAt) {
    index.put(
        id,
        TestPapers.of(
            "{'id':'%s','title':'%s','firstSeen':'%s','freshness':{'fetchedAt':'%s'}}"
                .formatted(id, title, firstSeen, fetchedAt)));
  }

  private EnrichedPaper record(String key, boolean withdrawn) {
    return EnrichedPaper.newBuilder()
        .setPaper(
            PaperRecord.newBuilder()
                .setPaperKey(key)
                .setSource("arxiv")
                .setTitle("Rivers")
                .setWithdrawn(withdrawn)
                .setSourceTime(clock.instant())
                .setFetchedAt(clock.instant())
                .setRawUri("file:a")
                .setRawSha256("0")
                .build())
        .setLinks(List.of())
        .build();
  }

  private static Delivery<EnrichedPaper> delivery(EnrichedPaper record, Instant arrived) {
    return new Delivery<>("k", record, 0, arrived, Map.of());
  }
}
