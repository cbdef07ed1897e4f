package io.paperflow.embedder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import io.paperflow.elastic.ElasticsearchConnection;
import io.paperflow.elastic.ElasticsearchSettings;
import io.paperflow.elastic.IndexNames;
import io.paperflow.embedded.DataDirectory;
import io.paperflow.embedded.EmbeddedElasticsearch;
import io.paperflow.embedded.ServerOptions;
import io.paperflow.pipeline.Delivery;
import io.paperflow.pipeline.FailureCategory;
import io.paperflow.pipeline.Verdict;
import io.paperflow.schemas.EnrichedPaper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorSinkTest {

  @TempDir static Path folder;

  private static DataDirectory data;
  private static EmbeddedElasticsearch elasticsearch;
  private static ElasticsearchConnection connection;
  private static ElasticsearchClient client;

  private final List<String> computed = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    data = DataDirectory.open(folder);
    elasticsearch = EmbeddedElasticsearch.start(data, ServerOptions.elasticsearch());
    connection = new ElasticsearchConnection(ElasticsearchSettings.of(elasticsearch.uri()));
    client = connection.client();
  }

  @AfterAll
  static void stop() {
    connection.close();
    elasticsearch.close();
    data.close();
  }

  @BeforeEach
  void withoutAnIndex() throws IOException {
    client.indices().delete(d -> d.index(IndexNames.VECTORS).ignoreUnavailable(true));
  }

  @Test
  void eachTextOfAPaperIsComputedOnceWhoeverSaysItAndHoweverOften() throws Exception {
    VectorSink sink = sink();
    assertDone(sink.write(List.of(paper("arxiv:1", "One"), paper("arxiv:2", "Two"))));
    assertDone(sink.write(List.of(paper("arxiv:2", "Two"), paper("arxiv:1", "One"))));
    assertDone(sink().write(List.of(paper("arxiv:1", "One, corrected"))));

    assertEquals(List.of("One", "Two", "One, corrected"), computed);
    assertEquals(3, count());
  }

  @Test
  void anyOrderGivesTheSameIndex() throws Exception {
    sink().write(List.of(paper("arxiv:1", "One"), paper("arxiv:2", "Two")));
    List<String> inOrder = ids();
    withoutAnIndex();
    VectorSink sink = sink();
    sink.write(List.of(paper("arxiv:2", "Two")));
    sink.write(List.of(paper("arxiv:1", "One")));
    sink.write(List.of(paper("arxiv:2", "Two")));

    assertEquals(inOrder, ids());
  }

  @Test
  void aPaperWithoutATitleIsDoneWithoutAVector() throws Exception {
    assertDone(sink().write(List.of(paper("arxiv:1", " "))));
    assertEquals(List.of(), computed);
  }

  @Test
  void anIndexThatSomebodyDeletedIsMadeAgain() throws Exception {
    VectorSink sink = sink();
    assertDone(sink.write(List.of(paper("arxiv:1", "One"))));
    withoutAnIndex();
    sink.write(List.of(paper("arxiv:2", "Two")));
    assertDone(sink.write(List.of(paper("arxiv:2", "Two"))));

    assertEquals(1, count());
  }

  @Test
  void aModelThatDoesNotRunIsTriedAgainAndNothingIsGivenUp() throws Exception {
    VectorSink sink =
        new VectorSink(
            new VectorIndex(client),
            text -> {
              throw new IOException("no such machine");
            });
    Verdict.Failed failed =
        assertInstanceOf(
            Verdict.Failed.class, sink.write(List.of(paper("arxiv:1", "One"))).getFirst());
    assertEquals(FailureCategory.TRANSIENT, failed.failure().category());
  }

  private VectorSink sink() {
    return new VectorSink(
        new VectorIndex(client),
        text -> {
          computed.add(text);
          byte[] vector = new byte[384];
          vector[text.length()] = 127;
          return vector;
        });
  }

  private static void assertDone(List<Verdict> verdicts) {
    verdicts.forEach(verdict -> assertEquals(Verdict.done(), verdict));
  }

  private static long count() throws IOException {
    client.indices().refresh(r -> r.index(IndexNames.VECTORS));
    return client.count(c -> c.index(IndexNames.VECTORS)).count();
  }

  private static List<String> ids() throws IOException {
    client.indices().refresh(r -> r.index(IndexNames.VECTORS));
    return client.search(s -> s.index(IndexNames.VECTORS), Void.class).hits().hits().stream()
        .map(hit -> String.valueOf(hit.id()))
        .sorted()
        .toList();
  }

  private static Delivery<EnrichedPaper> paper(String key, String title) {
    EnrichedPaper paper = Papers.titled(key, title);
    return new Delivery<>(key, paper, 100, Instant.EPOCH, Map.of());
  }
}
