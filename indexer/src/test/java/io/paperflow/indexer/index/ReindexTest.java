package io.paperflow.indexer.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.paperflow.embedded.EmbeddedElasticsearch;
import io.paperflow.pipeline.Delivery;
import io.paperflow.pipeline.Failure;
import io.paperflow.schemas.EnrichedPaper;
import io.paperflow.testkit.RealElasticsearch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealElasticsearch.class)
class ReindexTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final SinkFixture fixture;
  private final Reindex reindex;

  ReindexTest(EmbeddedElasticsearch elasticsearch) throws Exception {
    fixture = SinkFixture.open(elasticsearch);
    reindex = new Reindex(fixture.connection().http());
  }

  @BeforeEach
  void anEmptyIndex() throws Exception {
    for (String index :
        send("GET", "/papers-*/_alias").propertyStream().map(Map.Entry::getKey).toList()) {
      send("DELETE", "/" + index);
    }
    IndexLayout.papers(fixture.connection().http()).ensure(PaperWrites.FOR_AN_INDEX);
  }

  @AfterEach
  void close() throws Exception {
    anEmptyIndex();
    fixture.close();
  }

  @Test
  void whileOthersWriteNothingIsLostAndReadersNeverSeeLess() throws Exception {
    write(Papers.batch("old-", 3_000));
    send("POST", "/papers/_refresh");
    AtomicBoolean stop = new AtomicBoolean();
    AtomicInteger written = new AtomicInteger();
    List<String> gaps = new ArrayList<>();
    try (ExecutorService others = Executors.newFixedThreadPool(2)) {
      CompletableFuture<Void> writer =
          CompletableFuture.runAsync(
              () -> {
                while (!stop.get()) {
                  writeUnchecked(Papers.batch("new-" + written.getAndIncrement() + "-", 20));
                }
              },
              others);
      CompletableFuture<Void> reader =
          CompletableFuture.runAsync(
              () -> {
                long seen = 0;
                while (!stop.get()) {
                  long now = countUnchecked();
                  if (now < seen) {
                    gaps.add(seen + " then " + now);
                  }
                  seen = now;
                }
              },
              others);
      Reindex.Done done = reindex.run((_, _) -> {});
      stop.set(true);
      writer.join();
      reader.join();
      assertEquals("papers-000001", done.from());
      assertEquals("papers-000002", done.to());
      assertTrue(done.papers() >= 3_000, done::toString);
    }
    assertEquals(List.of(), gaps);
    assertEquals(List.of("papers-000002"), behindTheAlias());
    send("POST", "/papers/_refresh");
    assertEquals(3_000 + 20L * written.get(), countUnchecked());
    assertEquals(Map.of(), differences("papers-000001"));
  }

  @Test
  void whatWasRemovedOrChangedMeanwhileIsSettled() throws Exception {
    write(Papers.batch("paper-", 10));
    AtomicBoolean once = new AtomicBoolean(true);
    reindex.run(
        (step, papers) -> {
          if (step.equals("copied") && papers == 10 && once.getAndSet(false)) {
            writeUnchecked(List.of(Papers.said("arxiv", "paper-3", Papers.TIME.plusSeconds(60))));
            sendUnchecked("DELETE", "/papers/_doc/paper-4");
          }
        });
    send("POST", "/papers/_refresh");
    assertEquals(9, countUnchecked());
    assertEquals(Papers.TIME.plusSeconds(60), fixture.stored("paper-3").freshness().sourceTime());
  }

  @Test
  void twoIndicesOfTheSamePapersHaveOneHash() throws Exception {
    write(Papers.batch("same-", 30));
    Reindex.Done first = reindex.run((_, _) -> {});
    Reindex.Done second = reindex.run((_, _) -> {});
    assertEquals("papers-000003", second.to());
    assertEquals(first.hash(), second.hash());
    write(Papers.batch("other-", 1));
    assertTrue(!reindex.run((_, _) -> {}).hash().equals(first.hash()));
    assertEquals(List.of("papers-000001", "papers-000002", "papers-000003"), reindex.removeOld());
    assertEquals(31, refreshedCount());
  }

  @Test
  void whatFailsHalfWayLeavesThePresentIndexAsItWas() throws Exception {
    write(Papers.batch("kept-", 5));
    assertThrows(
        IllegalStateException.class,
        () ->
            reindex.run(
                (step, _) -> {
                  if (step.equals("compared")) {
                    throw new IllegalStateException("killed");
                  }
                }));
    assertEquals(List.of("papers-000001"), behindTheAlias());
    write(Papers.batch("more-", 5));
    assertEquals("papers-000002", reindex.run((_, _) -> {}).to());
    assertEquals(10, refreshedCount());
  }

  @Test
  void aDocumentOfSomebodyElseIsNamed() throws Exception {
    Request foreign = new Request("PUT", "/papers/_doc/foreign");
    foreign.setJsonEntity("{\"id\":\"foreign\"}");
    fixture.connection().http().send(foreign);
    IOException refused = assertThrows(IOException.class, () -> reindex.run((_, _) -> {}));
    assertTrue(String.valueOf(refused.getMessage()).contains("foreign of papers-000001"));
  }

  /** Documents of the old index that the new one has not, or not so new. */
  private Map<String, String> differences(String old) throws Exception {
    Map<String, String> differences = new java.util.TreeMap<>();
    IndexScan scan = IndexScan.of(fixture.connection().http(), old);
    for (var entry = scan.next(); entry.isPresent(); entry = scan.next()) {
      String id = entry.get().document().id();
      if (!fixture.stored(id).equals(entry.get().document())) {
        differences.put(id, "differs");
      }
    }
    return differences;
  }

  /** As the loop does: what cannot be written now comes again. */
  private void write(List<Delivery<EnrichedPaper>> batch) throws InterruptedException {
    List<Delivery<EnrichedPaper>> left = batch;
    while (!left.isEmpty()) {
      List<Optional<Failure>> failures = fixture.write(left);
      List<Delivery<EnrichedPaper>> again = new ArrayList<>();
      for (int i = 0; i < failures.size(); i++) {
        if (failures.get(i).isPresent()) {
          assertEquals("elasticsearch-blocked", failures.get(i).get().code());
          again.add(left.get(i));
        }
      }
      left = again;
    }
  }

  private void writeUnchecked(List<Delivery<EnrichedPaper>> batch) {
    try {
      write(batch);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private long refreshedCount() throws Exception {
    send("POST", "/papers/_refresh");
    return countUnchecked();
  }

  private long countUnchecked() {
    return sendUnchecked("GET", "/papers/_count").path("count").asLong(-1);
  }

  private List<String> behindTheAlias() throws Exception {
    return send("GET", "/_alias/papers").propertyStream().map(Map.Entry::getKey).toList();
  }

  private JsonNode sendUnchecked(String method, String path) {
    try {
      return send(method, path);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonNode send(String method, String path) throws Exception {
    return JSON.readTree(fixture.connection().http().send(new Request(method, path)).body());
  }
}
