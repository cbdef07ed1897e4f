package io.paperflow.bench.load;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.paperflow.elastic.ElasticsearchHttp;
import io.paperflow.elastic.ElasticsearchHttp.Answer;
import io.paperflow.indexer.index.IndexLayout;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The indices of one Elasticsearch. Thread-safe. */
public final class Indices {

  /** The indexer's own definition, so that both loads fill the same kind of index. */
  private static final String DEFINITION = "/index/papers.json";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final ElasticsearchHttp http;

  /** The indices behind a connection. */
  public Indices(ElasticsearchHttp http) {
    this.http = http;
  }

  /** Makes an empty index with the settings and the mapping of the papers. */
  public void create(String index) throws IOException, InterruptedException {
    try (InputStream in = IndexLayout.class.getResourceAsStream(DEFINITION)) {
      if (in == null) {
        throw new IOException(DEFINITION + " is missing in the indexer's jar: build it again");
      }
      Request request = new Request("PUT", "/" + index);
      request.setJsonEntity(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      var _ = ask(request);
    }
  }

  /** Removes an index, if there is one. */
  public void delete(String index) throws IOException, InterruptedException {
    Answer answer = http.send(new Request("DELETE", "/" + index));
    if (answer.status() != 200 && answer.status() != 404) {
      throw refused("DELETE " + index, answer);
    }
  }

  /** Makes everything written to an index searchable. */
  public void refresh(String index) throws IOException, InterruptedException {
    var _ = ask(new Request("POST", "/" + index + "/_refresh"));
  }

  /** Searchable documents of an index. */
  public long count(String index) throws IOException, InterruptedException {
    return ask(new Request("GET", "/" + index + "/_count")).path("count").asLong();
  }

  /**
   * Writes to an index since it was made, searchable or not: conflicts and refused items are none.
   * Zero when there is no index yet.
   */
  public long writes(String index) throws IOException, InterruptedException {
    Request request = new Request("GET", "/" + index + "/_stats/indexing");
    request.addParameter("filter_path", "_all.primaries.indexing.index_total");
    Answer answer = http.send(request);
    return answer.status() == 404
        ? 0
        : read(answer).at("/_all/primaries/indexing/index_total").asLong();
  }

  /** Sends a request that must be answered with 200. */
  JsonNode ask(Request request) throws IOException, InterruptedException {
    Answer answer = http.send(request);
    if (answer.status() != 200) {
      throw refused(request.getMethod() + " " + request.getEndpoint(), answer);
    }
    return read(answer);
  }

  private static JsonNode read(Answer answer) throws IOException {
    return JSON.readTree(answer.body());
  }

  private static IOException refused(String what, Answer answer) throws IOException {
    String body = new String(answer.body().readNBytes(1000), StandardCharsets.UTF_8);
    return new IOException(
        "Elasticsearch answered %s with status %d: %s".formatted(what, answer.status(), body));
  }
}
