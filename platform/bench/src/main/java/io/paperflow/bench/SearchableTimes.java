package io.paperflow.bench;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.paperflow.elastic.ElasticsearchHttp;
import io.paperflow.elastic.ElasticsearchHttp.Answer;
import io.paperflow.elastic.IndexNames;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How long sampled papers take from being read at the source until a search finds them: searches
 * for the missing ones again and again, and compares the time with the document's {@code
 * freshness.fetchedAt}. Thread-safe.
 */
final class SearchableTimes implements AutoCloseable {

  private static final Duration LOOK = Duration.ofMillis(250);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ElasticsearchHttp http;
  private final InstantSource clock;
  private final Set<String> missing;
  private final List<Double> seconds = new ArrayList<>();
  private final Thread thread = Thread.ofVirtual().name("sample").unstarted(this::look);

  private SearchableTimes(ElasticsearchHttp http, InstantSource clock, List<String> ids) {
    this.http = http;
    this.clock = clock;
    this.missing = new HashSet<>(ids);
  }

  static SearchableTimes start(ElasticsearchHttp http, InstantSource clock, List<String> ids) {
    SearchableTimes times = new SearchableTimes(http, clock, ids);
    times.thread.start();
    return times;
  }

  private void look() {
    try {
      while (!missing.isEmpty()) {
        Thread.sleep(LOOK);
        try {
          search();
        } catch (IOException _) {
          // An Elasticsearch with much to do: the next look is soon.
        }
      }
    } catch (InterruptedException _) {
      // Closed.
    }
  }

  private void search() throws IOException, InterruptedException {
    ObjectNode body = JSON.createObjectNode().put("size", missing.size());
    body.putArray("_source").add("freshness.fetchedAt");
    var ids = body.putObject("query").putObject("terms").putArray("id");
    missing.forEach(ids::add);
    Request request = new Request("POST", "/" + IndexNames.PAPERS + "/_search");
    request.setJsonEntity(body.toString());
    Answer answer = http.send(request);
    Instant now = clock.instant();
    if (answer.status() != 200) {
      return; // There is no index yet.
    }
    for (JsonNode hit : JSON.readTree(answer.body()).path("hits").path("hits")) {
      Instant fetched = Instant.parse(hit.at("/_source/freshness/fetchedAt").asText());
      record(hit.path("_id").asText(), Duration.between(fetched, now));
    }
  }

  private void record(String id, Duration took) {
    if (missing.remove(id)) {
      synchronized (seconds) {
        seconds.add(took.toMillis() / 1e3);
      }
    }
  }

  /** Of all papers, or of those found when some cannot be found for a while. */
  Percentiles percentiles() throws InterruptedException {
    thread.join(PATIENCE);
    synchronized (seconds) {
      return Percentiles.of(seconds);
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
