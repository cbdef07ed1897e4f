package io.paperflow.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.paperflow.testkit.Reaction.Cut;
import io.paperflow.testkit.Reaction.Forward;
import io.paperflow.testkit.Reaction.ForwardThenCut;
import io.paperflow.testkit.Reaction.ForwardThenSilence;
import io.paperflow.testkit.Reaction.Nonsense;
import io.paperflow.testkit.Reaction.Refuse;
import io.paperflow.testkit.Reaction.RefuseItems;
import io.paperflow.testkit.Reaction.Silence;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A server in front of a real Elasticsearch which does what a script says: passes requests on, or
 * fails as overloaded, broken and far-away clusters do. What it refuses never reaches
 * Elasticsearch, and it counts what was really written there. Thread-safe.
 *
 * <p>Counting needs the items' {@code status} in the answers of bulks, so a client's {@code
 * filter_path} must keep it.
 */
public final class ScriptedElasticsearch implements AutoCloseable {

  private record Act(Script script, CountDownLatch over) {}

  private final Map<String, Writes> writes = new ConcurrentHashMap<>();
  private final Backend backend;
  private final HttpServer server;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private volatile Act act = new Act(Script.faithful(), new CountDownLatch(1));

  private ScriptedElasticsearch(URI elasticsearch) throws IOException {
    backend = new Backend(elasticsearch, this::writes);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(executor);
    server.createContext("/", this::handle);
    server.start();
  }

  /** A faithful one in front of the given Elasticsearch, on a free port of the loopback address. */
  public static ScriptedElasticsearch inFrontOf(URI elasticsearch) throws IOException {
    return new ScriptedElasticsearch(elasticsearch);
  }

  /** Where it listens. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** From now on this happens; requests kept in silence are dropped. */
  public void script(Script script) {
    CountDownLatch over = act.over();
    act = new Act(script, new CountDownLatch(1));
    over.countDown();
  }

  /** What was really written through it to the index or alias of this name. */
  public Writes writes(String index) {
    return writes.computeIfAbsent(index, _ -> new Writes());
  }

  @Override
  public void close() {
    act.over().countDown();
    server.stop(0);
    executor.shutdownNow();
    backend.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Act current = act;
      byte[] body = exchange.getRequestBody().readAllBytes();
      String path = exchange.getRequestURI().getPath();
      List<BulkOperation> operations =
          path.endsWith("/_bulk") ? BulkOperation.parse(body) : List.of();
      Call call = new Call(exchange.getRequestMethod(), path, body.length, operations);
      perform(current, current.script().react(call), exchange, body, operations);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void perform(
      Act current,
      Reaction reaction,
      HttpExchange exchange,
      byte[] body,
      List<BulkOperation> operations)
      throws IOException, InterruptedException {
    switch (reaction) {
      case Forward() -> whole(exchange, backend.forward(exchange, body, operations));
      case RefuseItems(var faults) ->
          whole(exchange, backend.forwardExcept(faults, exchange, body, operations));
      case Refuse(Fault fault) -> whole(exchange, Backend.refusal(fault));
      case Silence() -> current.over().await();
      case ForwardThenSilence() -> {
        backend.forward(exchange, body, operations);
        current.over().await();
      }
      case ForwardThenCut() -> {
        Reply reply = backend.forward(exchange, body, operations);
        reply.send(exchange, reply.body().length / 2);
      }
      // Closing the exchange without an answer closes the connection.
      case Cut() -> {}
      case Nonsense() ->
          whole(
              exchange,
              new Reply(
                  200, "application/json", "{\"items\":[]}".getBytes(StandardCharsets.UTF_8)));
    }
  }

  private static void whole(HttpExchange exchange, Reply reply) throws IOException {
    reply.send(exchange, reply.body().length);
  }
}
