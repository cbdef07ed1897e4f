package io.paperflow.elastic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.paperflow.elastic.Reachability.Reachable;
import io.paperflow.elastic.Reachability.Unreachable;
import io.paperflow.testkit.SelfSigned;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node behind TLS whose certificate no public authority has signed. */
class AuthoritiesTest {

  @TempDir Path folder;

  private final BlockingQueue<String> authorizations = new LinkedBlockingQueue<>();
  private Optional<HttpsServer> started = Optional.empty();
  private Path authority = Path.of("ca.crt");

  @BeforeEach
  void serve() throws Exception {
    SelfSigned keys = SelfSigned.make(folder, "dns:localhost");
    authority = keys.certificate();
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(keys.context()));
    server.createContext("/", this::answer);
    server.start();
    started = Optional.of(server);
  }

  @AfterEach
  void stop() {
    started.orElseThrow().stop(0);
  }

  @Test
  void aNodeIsTrustedByItsAuthorityAndGetsTheApiKey() throws Exception {
    try (ElasticsearchConnection connection =
        new ElasticsearchConnection(settings(authority.toString()))) {
      assertInstanceOf(Reachable.class, connection.probe().check());
    }
    assertEquals("ApiKey a2V5OnNlY3JldA==", authorizations.poll());
  }

  @Test
  void withoutItsAuthorityANodeIsNotTrustedAndGetsNothing() throws Exception {
    try (ElasticsearchConnection connection =
        new ElasticsearchConnection(
            new ElasticsearchSettings(
                List.of(address()), null, null, "a2V5OnNlY3JldA==", "2s", "5s"))) {
      assertInstanceOf(Unreachable.class, connection.probe().check());
    }
    assertTrue(authorizations.isEmpty());
  }

  @Test
  void aFileWithoutCertificatesIsAProblemOfTheSettings() throws Exception {
    Path file = Files.writeString(folder.resolve("empty.crt"), "");
    for (Path path : List.of(file, folder.resolve("missing.crt"))) {
      List<String> problems = settings(path.toString()).problems();
      assertEquals(1, problems.size(), problems::toString);
      assertTrue(
          problems.getFirst().startsWith("paperflow.elasticsearch.ca-certificate: " + path),
          problems::toString);
    }
  }

  private ElasticsearchSettings settings(String authority) {
    return new ElasticsearchSettings(
        List.of(address()), null, null, "a2V5OnNlY3JldA==", authority, "2s", "5s");
  }

  private String address() {
    return "https://localhost:" + started.orElseThrow().getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
    byte[] body =
        "{\"status\":\"green\",\"cluster_name\":\"c\",\"version\":{\"number\":\"9.5.3\"}}"
            .getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.getResponseHeaders().add("X-Elastic-Product", "Elasticsearch");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
