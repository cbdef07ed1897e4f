package io.paperflow.elastic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import com.sun.net.httpserver.HttpServer;
import io.paperflow.elastic.Reachability.Reachable;
import io.paperflow.elastic.Reachability.Refused;
import io.paperflow.elastic.Reachability.Unreachable;
import io.paperflow.testkit.Fault;
import io.paperflow.testkit.Reaction;
import io.paperflow.testkit.ScriptedElasticsearch;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ElasticsearchConnectionTest {

  /** Nobody listens there. */
  private static final URI NOWHERE = URI.create("http://127.0.0.1:9");

  @Test
  void anAbsentClusterIsUnreachableAndFailsNothing() throws Exception {
    try (var connection = new ElasticsearchConnection(ElasticsearchSettings.of(NOWHERE))) {
      Unreachable unreachable = assertInstanceOf(Unreachable.class, connection.probe().check());
      assertTrue(unreachable.reason().contains(NOWHERE.toString()), unreachable.reason());
    }
  }

  @Test
  void reachabilityFollowsTheAnswer() throws Exception {
    assertInstanceOf(Reachable.class, reachability(new Reaction.Nonsense()));
    assertInstanceOf(Refused.class, reachability(new Reaction.Refuse(Fault.NO_ACCESS)));
    assertInstanceOf(Unreachable.class, reachability(new Reaction.Refuse(Fault.UNAVAILABLE)));
    assertInstanceOf(Unreachable.class, reachability(new Reaction.Cut()));
    assertInstanceOf(Unreachable.class, reachability(new Reaction.Silence()));
  }

  @Test
  void everyStatusIsAnAnswerAndNothingIsRepeated() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    try (ScriptedElasticsearch scripted = ScriptedElasticsearch.inFrontOf(NOWHERE);
        var connection = new ElasticsearchConnection(settings(scripted.uri(), null, null, null))) {
      for (Fault fault : List.of(Fault.OVERLOADED, Fault.UNAVAILABLE, Fault.INVALID_REQUEST)) {
        scripted.script(
            _ -> {
              calls.incrementAndGet();
              return new Reaction.Refuse(fault);
            });
        assertEquals(
            fault.status(), connection.http().send(new Request("POST", "/papers/_bulk")).status());
      }
    }
    assertEquals(3, calls.get());
  }

  @Test
  void noAnswerIsATimeoutAndALostOneAnError() throws Exception {
    try (ScriptedElasticsearch scripted = ScriptedElasticsearch.inFrontOf(NOWHERE);
        var connection = new ElasticsearchConnection(settings(scripted.uri(), null, null, null))) {
      scripted.script(_ -> new Reaction.Silence());
      assertThrows(
          SocketTimeoutException.class, () -> connection.http().send(new Request("GET", "/")));
      scripted.script(_ -> new Reaction.Cut());
      assertThrows(IOException.class, () -> connection.http().send(new Request("GET", "/")));
    }
  }

  @Test
  void credentialsAreSentWithEveryRequest() throws Exception {
    assertEquals("", authorization(null, null, null));
    assertEquals("Basic dXNlcjpww6Rzcw==", authorization("user", "päss", null));
    assertEquals("ApiKey a2V5", authorization(null, null, "a2V5"));
  }

  @Test
  void settingsWithProblemsAreRefusedWithAllOfThem() {
    ElasticsearchSettings settings =
        new ElasticsearchSettings(List.of("nonsense"), null, null, null, "soon", "30s");
    String message =
        String.valueOf(
            assertThrows(
                    IllegalArgumentException.class, () -> new ElasticsearchConnection(settings))
                .getMessage());
    assertTrue(message.contains("nonsense") && message.contains("soon"), message);
  }

  private static Reachability reachability(Reaction reaction) throws Exception {
    try (ScriptedElasticsearch scripted = ScriptedElasticsearch.inFrontOf(NOWHERE);
        var connection = new ElasticsearchConnection(ElasticsearchSettings.of(scripted.uri()))) {
      scripted.script(_ -> reaction);
      return connection.probe().check();
    }
  }

  private static String authorization(
      @Nullable String username, @Nullable String password, @Nullable String apiKey)
      throws Exception {
    List<String> received = new CopyOnWriteArrayList<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String header = exchange.getRequestHeaders().getFirst("Authorization");
          received.add(header == null ? "" : header);
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    try (var connection = new ElasticsearchConnection(settings(uri, username, password, apiKey))) {
      assertEquals(200, connection.http().send(new Request("GET", "/")).status());
    } finally {
      server.stop(0);
    }
    return received.getFirst();
  }

  private static ElasticsearchSettings settings(
      URI uri, @Nullable String username, @Nullable String password, @Nullable String apiKey) {
    return new ElasticsearchSettings(
        List.of(uri.toString()), username, password, apiKey, "1s", "1s");
  }
}
