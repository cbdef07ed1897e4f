package io.paperflow.bench.load;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import io.paperflow.elastic.ElasticsearchHttp;
import io.paperflow.elastic.ElasticsearchHttp.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/**
 * What Elasticsearch can take at all: ready-made bodies from a file into a fresh index with the
 * papers' mapping, through the official client, some requests at once, until all is searchable.
 */
public final class DirectLoad {

  /** The index it fills. */
  public static final String INDEX = "direct-000001";

  private static final ContentType NDJSON = ContentType.create("application/x-ndjson");

  /** As many as a node of two cores writes at once, and one on its way. */
  private static final int REQUESTS_AT_ONCE = 3;

  private final ElasticsearchHttp http;
  private final Indices indices;

  /** Loads through a connection. */
  public DirectLoad(ElasticsearchHttp http) {
    this.http = http;
    this.indices = new Indices(http);
  }

  /** Loads a file of {@link Documents} and returns documents a second; the index is removed. */
  public double documentsPerSecond(Path file) throws IOException, InterruptedException {
    indices.delete(INDEX);
    indices.create(INDEX);
    long started = System.nanoTime();
    long documents = load(file);
    indices.refresh(INDEX);
    double seconds = (System.nanoTime() - started) / 1e9;
    long found = indices.count(INDEX);
    indices.delete(INDEX);
    if (found != documents) {
      throw new IOException("loaded %d documents, found %d".formatted(documents, found));
    }
    return documents / seconds;
  }

  private long load(Path file) throws IOException, InterruptedException {
    try (BulkFile.Reader bodies = new BulkFile.Reader(file);
        ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Long>> sent = new ArrayList<>();
      Callable<Long> sender = () -> sendAll(bodies);
      for (int i = 0; i < REQUESTS_AT_ONCE; i++) {
        sent.add(senders.submit(sender));
      }
      long documents = 0;
      for (Future<Long> future : sent) {
        documents += future.get();
      }
      return documents;
    } catch (ExecutionException e) {
      throw new IOException("the direct load failed", e);
    }
  }

  private long sendAll(BulkFile.Reader bodies) throws IOException, InterruptedException {
    long documents = 0;
    for (Optional<BulkFile.Body> next = bodies.next(); next.isPresent(); next = bodies.next()) {
      send(next.get());
      documents += next.get().documents();
    }
    return documents;
  }

  private void send(BulkFile.Body body) throws IOException, InterruptedException {
    Request request = new Request("POST", "/" + INDEX + "/_bulk");
    request.addParameter("filter_path", "errors");
    request.setEntity(new ByteArrayEntity(body.bytes(), NDJSON));
    Answer answer = http.send(request);
    String text = new String(answer.body().readAllBytes(), StandardCharsets.UTF_8);
    if (answer.status() != 200 || !text.contains("\"errors\":false")) {
      throw new IOException("a bulk was answered with %d: %s".formatted(answer.status(), text));
    }
  }
}
