package io.paperflow.indexer.index;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.paperflow.elastic.ElasticsearchConnection;
import io.paperflow.elastic.ElasticsearchSettings;
import io.paperflow.embedded.EmbeddedElasticsearch;
import io.paperflow.indexer.fusion.PaperDocument;
import io.paperflow.indexer.index.Stored.Found;
import io.paperflow.pipeline.Delivery;
import io.paperflow.pipeline.Failure;
import io.paperflow.pipeline.FailureCategory;
import io.paperflow.pipeline.Verdict;
import io.paperflow.schemas.EnrichedPaper;
import io.paperflow.testkit.ScriptedElasticsearch;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** A sink into a real Elasticsearch behind a scripted server. */
record SinkFixture(
    ScriptedElasticsearch scripted,
    ElasticsearchConnection connection,
    BulkSink sink,
    SimpleMeterRegistry metrics)
    implements AutoCloseable {

  /** Waits long enough for answers, however slow the machine. */
  static SinkFixture open(EmbeddedElasticsearch elasticsearch)
      throws IOException, InterruptedException {
    return checked(behind(ScriptedElasticsearch.inFrontOf(elasticsearch.uri()), "60s"));
  }

  /** The same server, but a sink that soon gives up waiting. */
  SinkFixture impatient() throws InterruptedException {
    return checked(behind(scripted, "1s"));
  }

  /** The same server, but a sink that was not asked whether the index is fit. */
  SinkFixture unchecked() {
    return behind(scripted, "60s");
  }

  /** An empty batch makes the index, however long that takes. */
  private static SinkFixture checked(SinkFixture fixture) throws InterruptedException {
    var _ = fixture.sink.write(List.of());
    return fixture;
  }

  private static SinkFixture behind(ScriptedElasticsearch scripted, String readTimeout) {
    ElasticsearchConnection connection =
        new ElasticsearchConnection(
            new ElasticsearchSettings(
                List.of(scripted.uri().toString()), null, null, null, "10s", readTimeout));
    SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    BulkSink sink =
        new BulkSink(
            connection.http(),
            IndexLayout.papers(connection.http()),
            IndexLayout.identities(connection.http()),
            appeared -> Optional.empty(),
            InstantSource.fixed(Papers.TIME.plusSeconds(90)),
            metrics);
    return new SinkFixture(scripted, connection, sink, metrics);
  }

  /** The failure of each item; empty for one that is done. */
  List<Optional<Failure>> write(List<Delivery<EnrichedPaper>> batch) throws InterruptedException {
    return sink.write(batch).stream().map(SinkFixture::failure).toList();
  }

  /** The category of each item's failure; empty for one that is done. */
  List<Optional<FailureCategory>> categories(List<Delivery<EnrichedPaper>> batch)
      throws InterruptedException {
    return write(batch).stream().map(failure -> failure.map(Failure::category)).toList();
  }

  PaperDocument stored(String id) throws InterruptedException {
    return switch (new StoredDocuments(connection.http()).get(List.of(id)).getFirst()) {
      case Found found -> found.document();
      case Stored other -> throw new AssertionError(id + ": " + other);
    };
  }

  double count(String result) {
    return metrics.get("paperflow.indexer.documents").tag("result", result).counter().count();
  }

  @Override
  public void close() {
    connection.close();
    scripted.close();
  }

  private static Optional<Failure> failure(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Done() -> Optional.empty();
      case Verdict.Failed(Failure failure) -> Optional.of(failure);
    };
  }
}
