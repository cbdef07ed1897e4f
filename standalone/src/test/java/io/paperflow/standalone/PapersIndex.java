package io.paperflow.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is in Elasticsearch, asked by plain HTTP and with none of our code. */
final class PapersIndex implements AutoCloseable {

  private static final int PAGE = 5_000;

  private final URI elasticsearch;
  private final HttpClient client = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();

  PapersIndex(URI elasticsearch) {
    this.elasticsearch = elasticsearch;
  }

  /**
   * A document as it is stored.
   *
   * @param version counts its writes, from 1
   */
  record Stored(long version, JsonNode source) {}

  /** The papers whose ids begin so: titles by id. */
  Map<String, String> titles(String idPrefix) throws Exception {
    return documents("{\"prefix\": {\"id\": \"%s\"}}".formatted(idPrefix), "[\"title\"]")
        .entrySet()
        .stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                e -> e.getValue().source().path("title").asText(),
                (a, _) -> a,
                TreeMap::new));
  }

  /** The papers of a source, whole, by id. */
  SortedMap<String, Stored> ofSource(String source) throws Exception {
    return documents("{\"term\": {\"sources\": \"%s\"}}".formatted(source), "true");
  }

  /** All papers, whole, by id. */
  SortedMap<String, Stored> all() throws Exception {
    return documents("{\"match_all\": {}}", "true");
  }

  /** Whether a paper is searchable already; not, too, while there is no index. */
  boolean hasPapers() throws InterruptedException {
    try {
      return send("/papers/_count", "").map(a -> a.path("count").asLong() > 0).orElse(false);
    } catch (IOException e) {
      return false;
    }
  }

  private SortedMap<String, Stored> documents(String query, String fields) throws Exception {
    post("/papers/_refresh", "");
    ObjectNode request =
        (ObjectNode)
            json.readTree(
                """
                {"query": %s, "_source": %s, "size": %d, "version": true, "sort": [{"id": "asc"}]}\
                """
                    .formatted(query, fields, PAGE));
    SortedMap<String, Stored> found = new TreeMap<>();
    JsonNode hits = post("/papers/_search", request.toString()).path("hits").path("hits");
    while (!hits.isEmpty()) {
      for (JsonNode hit : hits) {
        found.put(
            hit.path("_id").asText(),
            new Stored(hit.path("_version").asLong(), hit.path("_source")));
      }
      request.set("search_after", hits.get(hits.size() - 1).path("sort"));
      hits = post("/papers/_search", request.toString()).path("hits").path("hits");
    }
    return found;
  }

  private JsonNode post(String path, String body) throws IOException, InterruptedException {
    return send(path, body).orElseThrow(() -> new AssertionError(path + " failed for " + body));
  }

  /** The answer; empty when it was an error. */
  private Optional<JsonNode> send(String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(elasticsearch.resolve(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    return answer.statusCode() == 200
        ? Optional.of(json.readTree(answer.body()))
        : Optional.empty();
  }

  @Override
  public void close() {
    client.close();
  }
}
