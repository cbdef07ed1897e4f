package io.paperflow.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.paperflow.embedded.EmbeddedElasticsearch;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealElasticsearch.class)
class ScriptedElasticsearchTest {

  private final ScriptedElasticsearch scripted;
  private final HttpClient client = HttpClient.newHttpClient();

  ScriptedElasticsearchTest(EmbeddedElasticsearch elasticsearch) throws Exception {
    scripted = ScriptedElasticsearch.inFrontOf(elasticsearch.uri());
    send("DELETE", "/things", "").get();
    assertEquals(200, send("PUT", "/things", "{}").get().statusCode());
  }

  @AfterEach
  void close() {
    scripted.close();
    client.close();
  }

  @Test
  void withoutScriptAllIsWrittenAndCounted() throws Exception {
    assertEquals(List.of(201, 201, 409), bulk("a", "b", "a"));
    assertEquals(Map.of("a", 1, "b", 1), scripted.writes("things").byId());
    assertEquals(2, scripted.writes("things").total());
  }

  @Test
  void refusedItemsNeverReachElasticsearchAndStandAtTheirPlaces() throws Exception {
    scripted.script(Script.onItem(1, 1, Fault.OVERLOADED));
    assertEquals(List.of(201, 429, 201), bulk("a", "b", "c"));
    assertEquals(List.of(409, 201, 409), bulk("a", "b", "c"));
    assertEquals(Map.of("a", 1, "b", 1, "c", 1), scripted.writes("things").byId());
  }

  @Test
  void chosenDocumentsAreRefusedSoManyTimesEach() throws Exception {
    scripted.script(Script.refusingItems("b"::equals, 2, Fault.OVERLOADED));
    assertEquals(List.of(201, 429), bulk("a", "b"));
    assertEquals(List.of(429), bulk("b"));
    assertEquals(List.of(201), bulk("b"));
  }

  @Test
  void aRefusedRequestWritesNothing() throws Exception {
    scripted.script(Script.onBulks(1, new Reaction.Refuse(Fault.UNAVAILABLE)));
    assertEquals(503, send("POST", "/things/_bulk", body("a")).get().statusCode());
    assertEquals(List.of(201), bulk("a"));
  }

  @Test
  void anAnswerCutHalfWayIsAWriteAllTheSame() throws Exception {
    scripted.script(Script.onBulks(1, new Reaction.ForwardThenCut()));
    assertLost(send("POST", "/things/_bulk", body("a")));
    assertEquals(Map.of("a", 1), scripted.writes("things").byId());
  }

  @Test
  void inSilenceNothingIsAnsweredUntilTheScriptChanges() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    scripted.script(
        _ -> {
          arrived.countDown();
          return new Reaction.Silence();
        });
    CompletableFuture<HttpResponse<String>> kept = send("POST", "/things/_bulk", body("a"));
    arrived.await();
    scripted.script(Script.faithful());
    assertLost(kept);
    assertEquals(List.of(201), bulk("b"));
    assertEquals(Map.of("b", 1), scripted.writes("things").byId());
  }

  private static void assertLost(CompletableFuture<HttpResponse<String>> answer) {
    Throwable cause = assertThrows(ExecutionException.class, answer::get).getCause();
    assertTrue(cause instanceof IOException, String.valueOf(cause));
  }

  private List<Integer> bulk(String... ids) throws Exception {
    HttpResponse<String> answer = send("POST", "/things/_bulk", body(ids)).get();
    assertEquals(200, answer.statusCode(), answer.body());
    return JsonMapper.builder()
        .build()
        .readTree(answer.body())
        .path("items")
        .findValues("status")
        .stream()
        .map(JsonNode::asInt)
        .toList();
  }

  private static String body(String... ids) {
    return Stream.of(ids)
        .map(id -> "{\"create\":{\"_id\":\"" + id + "\"}}\n{\"n\":1}\n")
        .collect(Collectors.joining());
  }

  private CompletableFuture<HttpResponse<String>> send(String method, String path, String body) {
    return client.sendAsync(
        HttpRequest.newBuilder(scripted.uri().resolve(path))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }
}
