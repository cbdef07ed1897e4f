package io.paperflow.indexer.index;

import static io.paperflow.indexer.index.Papers.TIME;
import static io.paperflow.indexer.index.Papers.said;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import io.paperflow.embedded.EmbeddedElasticsearch;
import io.paperflow.indexer.fusion.PaperDocument;
import io.paperflow.indexer.fusion.Statements;
import io.paperflow.pipeline.Delivery;
import io.paperflow.pipeline.Failure;
import io.paperflow.pipeline.FailureCategory;
import io.paperflow.schemas.EnrichedPaper;
import io.paperflow.testkit.Reaction;
import io.paperflow.testkit.RealElasticsearch;
import io.paperflow.testkit.Script;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealElasticsearch.class)
class BulkSinkTest {

  private static final String DAILY = "huggingface-daily-papers";

  private final SinkFixture fixture;

  BulkSinkTest(EmbeddedElasticsearch elasticsearch) throws Exception {
    fixture = SinkFixture.open(elasticsearch);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void aBatchWrittenAgainWritesNothing() throws Exception {
    List<Delivery<EnrichedPaper>> batch = Papers.batch("again-", 20);
    assertDone(batch);
    assertDone(batch);
    assertEquals(20, fixture.scripted().writes("papers").total());
    assertEquals(20, fixture.count("created"));
    assertEquals(20, fixture.count("unchanged"));
  }

  @Test
  void whenNoMoreWaitsWhatWasWrittenIsFoundAtOnce() throws Exception {
    assertDone(List.of(said("arxiv", "visible", TIME)));
    fixture.sink().caughtUp();
    Request search = new Request("GET", "/papers/_count");
    search.addParameter("q", "_id:visible");
    String answer =
        new String(fixture.connection().http().send(search).body().readAllBytes(), UTF_8);
    assertTrue(answer.startsWith("{\"count\":1,"), answer);
  }

  @Test
  void whatAnotherSourceSaysIsMergedIntoTheDocument() throws Exception {
    Delivery<EnrichedPaper> arxiv = said("arxiv", "merged", TIME);
    Delivery<EnrichedPaper> daily = said(DAILY, "merged", TIME.plusSeconds(5));
    assertDone(List.of(arxiv));
    assertDone(List.of(daily));
    assertEquals(document(arxiv).merge(document(daily)), fixture.stored("merged"));
    assertEquals(1, fixture.count("updated"));
  }

  @Test
  void whatIsMadeSearchableIsMeasuredOnceAndBySource() throws Exception {
    List<Delivery<EnrichedPaper>> batch = List.of(said("arxiv", "measured", TIME));
    assertDone(batch);
    fixture.sink().caughtUp();
    assertDone(batch);
    fixture.sink().caughtUp();
    assertEquals(
        1,
        fixture
            .metrics()
            .get("paperflow.indexer.searchable")
            .tag("source", "arxiv")
            .timer()
            .count());
  }

  @Test
  void anOlderStatementThatComesLateWritesNothing() throws Exception {
    Delivery<EnrichedPaper> newer = said("arxiv", "late", TIME.plusSeconds(5));
    assertDone(List.of(newer));
    assertDone(List.of(said("arxiv", "late", TIME)));
    assertEquals(document(newer), fixture.stored("late"));
    assertEquals(Map.of("late", 1), fixture.scripted().writes("papers").byId());
  }

  @Test
  void allThatABatchSaysOfOnePaperIsOneWrite() throws Exception {
    List<Delivery<EnrichedPaper>> batch =
        List.of(
            said("arxiv", "one", TIME),
            said("arxiv", "other", TIME),
            said(DAILY, "one", TIME),
            said("arxiv", "one", TIME.plusSeconds(5)));
    assertDone(batch);
    assertEquals(Map.of("one", 1, "other", 1), fixture.scripted().writes("papers").byId());
    assertEquals(merged(List.of(batch.get(0), batch.get(2), batch.get(3))), fixture.stored("one"));
  }

  @Test
  void manyWritersOfTheSamePapersEndInTheMergeOfAll() throws Exception {
    List<Delivery<EnrichedPaper>> statements = new ArrayList<>();
    for (String source : List.of("arxiv", DAILY, "openreview", "crossref")) {
      for (int paper = 0; paper < 5; paper++) {
        statements.add(said(source, "raced-" + paper, TIME));
        statements.add(said(source, "raced-" + paper, TIME.plusSeconds(paper)));
      }
    }
    Random random = new Random(42);
    List<Callable<Void>> writers = new ArrayList<>();
    for (int writer = 0; writer < 4; writer++) {
      List<Delivery<EnrichedPaper>> own = new ArrayList<>(statements);
      Collections.shuffle(own, random);
      writers.add(() -> writeUntilDone(own));
    }
    try (ExecutorService executor = Executors.newFixedThreadPool(4)) {
      for (Future<Void> writer : executor.invokeAll(writers)) {
        writer.get();
      }
    }
    for (int paper = 0; paper < 5; paper++) {
      String id = "raced-" + paper;
      assertEquals(
          merged(statements.stream().filter(s -> id.equals(id(s))).toList()), fixture.stored(id));
    }
  }

  @Test
  void aLargeBatchGoesInSeveralRequestsOfBoundedSize() throws Exception {
    AtomicInteger largest = new AtomicInteger();
    AtomicInteger requests = new AtomicInteger();
    fixture
        .scripted()
        .script(
            call -> {
              requests.incrementAndGet();
              largest.accumulateAndGet(call.bytes(), Math::max);
              return new Reaction.Forward();
            });
    String longId = "large-" + "x".repeat(400) + "-";
    List<Delivery<EnrichedPaper>> batch = Papers.batch(longId, 4000);
    assertDone(batch);
    assertTrue(largest.get() <= 5 << 20, "largest request: " + largest);
    assertTrue(requests.get() > 1);
    assertEquals(4000, fixture.scripted().writes("papers").total());
  }

  @Test
  void whoDoesNotAnswerIsNotAskedAgainForTheRestOfTheBatch() throws Exception {
    AtomicInteger requests = new AtomicInteger();
    try (SinkFixture impatient = fixture.impatient()) {
      fixture
          .scripted()
          .script(
              _ -> {
                requests.incrementAndGet();
                return new Reaction.Silence();
              });
      List<Optional<FailureCategory>> categories =
          impatient.categories(Papers.batch("silent-" + "x".repeat(400) + "-", 4000));
      assertEquals(Collections.nCopies(4000, Optional.of(FailureCategory.TRANSIENT)), categories);
    }
    assertEquals(1, requests.get());
  }

  @Test
  void anIdLongerThanElasticsearchTakesIsADeadLetterAndTheRestIsWritten() throws Exception {
    List<Delivery<EnrichedPaper>> batch = new ArrayList<>(Papers.batch("beside-", 4));
    batch.add(2, said("arxiv", "title:" + "x".repeat(600), TIME));
    List<Optional<FailureCategory>> categories = fixture.categories(batch);
    assertEquals(Optional.of(FailureCategory.PERMANENT), categories.get(2));
    assertEquals(4, fixture.scripted().writes("papers").total());
  }

  @Test
  void aMissingIndexIsMadeBeforeTheNextTry() throws Exception {
    send("DELETE", "/papers-000001", "");
    List<Delivery<EnrichedPaper>> batch = Papers.batch("homeless-", 3);
    List<Failure> failures =
        fixture.write(batch).stream().map(failure -> failure.orElseThrow()).toList();
    failures.forEach(failure -> assertEquals("elasticsearch-index-missing", failure.code()));
    assertDone(batch);
  }

  @Test
  void nothingIsWrittenIntoAnIndexOfAnotherMapping() throws Exception {
    send("DELETE", "/papers-000001", "");
    send("PUT", "/papers-000001", "{\"aliases\":{\"papers\":{}}}");
    try (SinkFixture unchecked = fixture.unchecked()) {
      List<Optional<FailureCategory>> categories = unchecked.categories(Papers.batch("unfit-", 3));
      assertEquals(Collections.nCopies(3, Optional.of(FailureCategory.FATAL)), categories);
      assertEquals(0, fixture.scripted().writes("papers").total());
      send("DELETE", "/papers-000001", "");
      assertEquals(
          Collections.nCopies(3, Optional.empty()), unchecked.write(Papers.batch("fit-", 3)));
    }
  }

  @Test
  void aReadOnlyIndexIsWaitedFor() throws Exception {
    send("PUT", "/papers/_settings", "{\"index.blocks.write\":true}");
    List<Delivery<EnrichedPaper>> batch = Papers.batch("blocked-", 3);
    fixture
        .write(batch)
        .forEach(
            failure -> {
              assertEquals("elasticsearch-blocked", failure.orElseThrow().code());
              assertEquals(FailureCategory.TRANSIENT, failure.orElseThrow().category());
            });
    send("PUT", "/papers/_settings", "{\"index.blocks.write\":false}");
    assertDone(batch);
  }

  @Test
  void aDocumentThatSomebodyElseWroteIsADeadLetter() throws Exception {
    send("PUT", "/papers/_create/foreign", "{\"id\":\"foreign\",\"title\":\"By hand\"}");
    Failure failure =
        fixture.write(List.of(said("arxiv", "foreign", TIME))).getFirst().orElseThrow();
    assertEquals("stored-document-unreadable", failure.code());
    assertEquals(FailureCategory.PERMANENT, failure.category());
  }

  @Test
  void aConflictThatCannotBeReadIsTransientAndSettledLater() throws Exception {
    Delivery<EnrichedPaper> arxiv = said("arxiv", "unread", TIME);
    Delivery<EnrichedPaper> daily = said(DAILY, "unread", TIME);
    assertDone(List.of(arxiv));
    fixture.scripted().script(call -> call.isBulk() ? new Reaction.Forward() : new Reaction.Cut());
    assertEquals(
        List.of(Optional.of(FailureCategory.TRANSIENT)), fixture.categories(List.of(daily)));
    fixture.scripted().script(Script.faithful());
    assertDone(List.of(daily));
    assertEquals(document(arxiv).merge(document(daily)), fixture.stored("unread"));
  }

  @Test
  void theCheckTellsWhetherTheClusterAnswers() {
    fixture.scripted().script(_ -> new Reaction.Cut());
    assertEquals(
        Optional.of(FailureCategory.TRANSIENT), fixture.sink().check().map(Failure::category));
  }

  @Test
  void anEmptyBatchAsksNothing() throws Exception {
    fixture.scripted().script(_ -> new Reaction.Cut());
    assertEquals(List.of(), fixture.write(List.of()));
  }

  private void assertDone(List<Delivery<EnrichedPaper>> batch) throws InterruptedException {
    assertEquals(Collections.nCopies(batch.size(), Optional.empty()), fixture.write(batch));
  }

  /** As the loop does: what is contended comes again. */
  private Void writeUntilDone(List<Delivery<EnrichedPaper>> statements)
      throws InterruptedException {
    List<Delivery<EnrichedPaper>> left = statements;
    while (!left.isEmpty()) {
      List<Delivery<EnrichedPaper>> batch = left;
      List<Optional<Failure>> failures = fixture.write(batch);
      left = new ArrayList<>();
      for (int i = 0; i < batch.size(); i++) {
        if (failures.get(i).isPresent()) {
          assertEquals("document-contended", failures.get(i).orElseThrow().code());
          left.add(batch.get(i));
        }
      }
    }
    return null;
  }

  private void send(String method, String path, String body) throws Exception {
    Request request = new Request(method, path);
    if (!body.isEmpty()) {
      request.setJsonEntity(body);
    }
    assertTrue(fixture.connection().http().send(request).status() < 300, path);
  }

  private static PaperDocument merged(List<Delivery<EnrichedPaper>> statements) {
    return statements.stream()
        .map(BulkSinkTest::document)
        .reduce(PaperDocument::merge)
        .orElseThrow();
  }

  private static PaperDocument document(Delivery<EnrichedPaper> item) {
    return PaperDocument.of(id(item), Statements.of(item.value()));
  }

  private static String id(Delivery<EnrichedPaper> item) {
    return item.value().getPaper().getPaperKey();
  }
}
