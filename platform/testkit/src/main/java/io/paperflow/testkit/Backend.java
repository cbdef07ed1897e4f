package io.paperflow.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The Elasticsearch behind, and what is done to the bulks on their way to it. Thread-safe. */
final class Backend implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> HEADERS = List.of("Content-Type", "Accept", "Authorization");

  private final URI elasticsearch;
  private final Function<String, Writes> writes;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  Backend(URI elasticsearch, Function<String, Writes> writes) {
    this.elasticsearch = elasticsearch;
    this.writes = writes;
  }

  /** Passes a request on. */
  Reply forward(HttpExchange exchange, byte[] body, List<BulkOperation> operations)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(elasticsearch.resolve(exchange.getRequestURI().toString()))
            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
    for (String header : HEADERS) {
      String value = exchange.getRequestHeaders().getFirst(header);
      if (value != null) {
        request.header(header, value);
      }
    }
    HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
    if (!operations.isEmpty() && response.statusCode() == 200) {
      count(
          exchange.getRequestURI().getPath(),
          operations,
          JSON.readTree(response.body()).path("items"));
    }
    String type = response.headers().firstValue("Content-Type").orElse("application/json");
    return new Reply(response.statusCode(), type, response.body());
  }

  /** Passes on what is not refused, and puts the refusals among the results. */
  Reply forwardExcept(
      Map<Integer, Fault> faults,
      HttpExchange exchange,
      byte[] body,
      List<BulkOperation> operations)
      throws IOException, InterruptedException {
    List<BulkOperation> kept = new ArrayList<>();
    for (int i = 0; i < operations.size(); i++) {
      if (!faults.containsKey(i)) {
        kept.add(operations.get(i));
      }
    }
    ObjectNode answer = JSON.createObjectNode().put("took", 0);
    ArrayNode keptItems = answer.arrayNode();
    if (!kept.isEmpty()) {
      Reply reply = forward(exchange, BulkOperation.body(body, kept), kept);
      if (reply.status() != 200) {
        return reply;
      }
      keptItems.addAll(JSON.readTree(reply.body()).path("items").valueStream().toList());
    }
    ArrayNode items = answer.put("errors", true).putArray("items");
    for (int i = 0; i < operations.size(); i++) {
      Fault fault = faults.get(i);
      items.add(fault == null ? keptItems.remove(0) : item(operations.get(i), fault));
    }
    return Reply.json(200, answer);
  }

  /** A whole request's refusal. */
  static Reply refusal(Fault fault) {
    ObjectNode answer = JSON.createObjectNode().put("status", fault.status());
    if (fault.type().isEmpty()) {
      // As a proxy before Elasticsearch answers.
      return new Reply(
          fault.status(), "text/html", ("<h1>" + fault.reason() + "</h1>").getBytes(UTF_8));
    }
    error(answer, fault);
    return Reply.json(fault.status(), answer);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  /** Bulks go to {@code /INDEX/_bulk}. */
  private void count(String path, List<BulkOperation> operations, JsonNode items) {
    Writes written = writes.apply(path.substring(1, path.indexOf('/', 1)));
    for (int i = 0; i < items.size(); i++) {
      int status = items.get(i).path(operations.get(i).action()).path("status").asInt();
      if (status == 200 || status == 201) {
        written.add(operations.get(i).id());
      }
    }
  }

  private static ObjectNode item(BulkOperation operation, Fault fault) {
    ObjectNode item = JSON.createObjectNode();
    ObjectNode result = item.putObject(operation.action());
    result.put("_id", operation.id()).put("status", fault.status());
    error(result, fault);
    return item;
  }

  private static void error(ObjectNode parent, Fault fault) {
    parent.putObject("error").put("type", fault.type()).put("reason", fault.reason());
  }
}
