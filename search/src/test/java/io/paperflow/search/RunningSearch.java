package io.paperflow.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.paperflow.elastic.ElasticsearchConnection;
import io.paperflow.elastic.ElasticsearchSettings;
import io.paperflow.elastic.IndexNames;
import io.paperflow.embedded.DataDirectory;
import io.paperflow.embedded.EmbeddedElasticsearch;
import io.paperflow.embedded.ServerOptions;
import io.paperflow.embedding.SentenceModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The search service over a real Elasticsearch that holds the papers of {@code corpus/}. */
public final class RunningSearch implements AutoCloseable {

  /** Pages of this origin may call the API. */
  static final String ORIGIN = "https://lab.example";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final DataDirectory data;
  private final EmbeddedElasticsearch elasticsearch;
  private final ElasticsearchConnection connection;
  private final EmbeddedServer service;
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<JsonNode> corpus;

  RunningSearch() throws Exception {
    folder = Files.createTempDirectory("search-test");
    data = DataDirectory.open(folder);
    elasticsearch = EmbeddedElasticsearch.start(data, ServerOptions.elasticsearch());
    connection = new ElasticsearchConnection(ElasticsearchSettings.of(elasticsearch.uri()));
    corpus = readCorpus();
    createIndex();
    index(corpus);
    service = another(Map.of("paperflow.search.cors-origins", ORIGIN));
  }

  /** One more service over the same papers, with settings of its own. */
  public EmbeddedServer another(Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(settings);
    all.put("paperflow.elasticsearch.uris", elasticsearch.uri().toString());
    all.put("micronaut.server.port", -1);
    return ApplicationContext.run(EmbeddedServer.class, all, "search");
  }

  /** Where the service answers a path. */
  public URI address(String path) {
    return service.getURI().resolve(path);
  }

  /** The papers in the index, as documents. */
  public List<JsonNode> corpus() {
    return corpus;
  }

  public EmbeddedElasticsearch elasticsearch() {
    return elasticsearch;
  }

  /** Starts Elasticsearch again and returns when the papers can be searched. */
  public void restartElasticsearch() throws Exception {
    elasticsearch.restart();
    send("GET", "/_cluster/health/papers?wait_for_status=yellow", "");
  }

  /** Asks the service for a path, with names and values of headers. */
  public HttpResponse<String> get(String path, String... headers) {
    try {
      HttpRequest.Builder request = HttpRequest.newBuilder(service.getURI().resolve(path));
      if (headers.length > 0) {
        request.headers(headers);
      }
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The JSON that the service answers, whatever the status. */
  public JsonNode json(String path) {
    return read(get(path).body());
  }

  /** Begins to read what the service answers, and breaks off. */
  public void breakOff(String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(service.getURI().resolve(path)).build();
    try (InputStream body =
        client.send(request, HttpResponse.BodyHandlers.ofInputStream()).body()) {
      var _ = body.read();
    }
  }

  /** Adds or replaces papers, searchable on return. */
  public void index(List<JsonNode> papers) throws Exception {
    StringBuilder lines = new StringBuilder();
    for (JsonNode paper : papers) {
      JsonNode action = JSON.valueToTree(Map.of("index", Map.of("_id", paper.get("id"))));
      lines.append(action).append('\n').append(paper).append('\n');
    }
    JsonNode answer = send("POST", "/papers/_bulk?refresh=true", lines.toString());
    if (answer.get("errors").asBoolean()) {
      throw new IllegalStateException(answer.toString());
    }
  }

  /** Gives papers their vectors, as the embedder does; searchable on return. */
  public void embed(List<JsonNode> papers) throws Exception {
    try (var mapping = RunningSearch.class.getResourceAsStream("/index/vectors.json")) {
      send(
          "PUT",
          "/" + IndexNames.VECTORS,
          new String(Objects.requireNonNull(mapping).readAllBytes(), UTF_8));
    }
    StringBuilder lines = new StringBuilder();
    try (SentenceModel model = SentenceModel.load()) {
      for (JsonNode paper : papers) {
        byte[] vector =
            model.vector(paper.get("title").asText() + ". " + paper.path("abstract").asText());
        ObjectNode document = JSON.createObjectNode();
        document.set("paper", paper.get("id"));
        for (byte value : vector) {
          document.withArray("/vector").add(value);
        }
        lines.append("{\"index\": {}}\n").append(document).append('\n');
      }
    }
    JsonNode answer =
        send("POST", "/" + IndexNames.VECTORS + "/_bulk?refresh=true", lines.toString());
    if (answer.get("errors").asBoolean()) {
      throw new IllegalStateException(answer.toString());
    }
  }

  /** The JSON that another service answers. */
  public JsonNode json(EmbeddedServer other, String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(other.getURI().resolve(path)).build();
    return read(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  /** Removes papers again. */
  public void delete(List<String> ids) throws Exception {
    StringBuilder lines = new StringBuilder();
    for (String id : ids) {
      JsonNode action = JSON.valueToTree(Map.of("delete", Map.of("_id", id)));
      lines.append(action).append('\n');
    }
    var _ = send("POST", "/papers/_bulk?refresh=true", lines.toString());
  }

  /** How many points in time and scrolls Elasticsearch holds open. */
  public long openContexts() throws Exception {
    return send("GET", "/_nodes/stats/indices/search", "").findValue("open_contexts").asLong();
  }

  public static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private void createIndex() throws Exception {
    try (var mapping = RunningSearch.class.getResourceAsStream("/index/papers.json")) {
      send("PUT", "/papers-1", new String(Objects.requireNonNull(mapping).readAllBytes(), UTF_8));
    }
    send("PUT", "/papers-1/_alias/papers", "");
  }

  private JsonNode send(String method, String path, String body) throws Exception {
    Request request = new Request(method, path);
    if (!body.isEmpty()) {
      request.setJsonEntity(body);
    }
    return JSON.readTree(connection.http().send(request).body());
  }

  private static List<JsonNode> readCorpus() throws IOException, URISyntaxException {
    URI place = Objects.requireNonNull(RunningSearch.class.getResource("/corpus")).toURI();
    List<JsonNode> papers = new ArrayList<>();
    try (var files = Files.list(Path.of(place))) {
      for (Path file : files.sorted().toList()) {
        papers.add(JSON.readTree(Files.readString(file)));
      }
    }
    return List.copyOf(papers);
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new AssertionError("no JSON: " + json, e);
    }
  }

  @Override
  public void close() throws Exception {
    service.close();
    connection.close();
    elasticsearch.close();
    data.close();
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
