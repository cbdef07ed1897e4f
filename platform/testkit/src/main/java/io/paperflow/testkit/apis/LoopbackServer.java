package io.paperflow.testkit.apis;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.paperflow.testkit.apis.Mishap.Distorted;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One server: takes requests, lets go wrong what shall, and counts. Thread-safe. */
final class LoopbackServer implements AutoCloseable {

  private record Act(Mishaps mishaps, CountDownLatch over) {}

  private final Api api;
  private final Endpoint endpoint;
  private final Traffic traffic;
  private final InstantSource clock;
  private final Duration latency;
  private final HttpServer server;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private volatile Act act = new Act(Mishaps.none(), new CountDownLatch(1));

  LoopbackServer(Api api, Endpoint endpoint, Traffic traffic, InstantSource clock, Duration latency)
      throws IOException {
    this.api = api;
    this.endpoint = endpoint;
    this.traffic = traffic;
    this.clock = clock;
    this.latency = latency;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(executor);
    server.createContext("/", this::handle);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  void mishaps(Mishaps mishaps) {
    CountDownLatch over = act.over();
    act = new Act(mishaps, new CountDownLatch(1));
    over.countDown();
  }

  @Override
  public void close() {
    act.over().countDown();
    server.stop(0);
    executor.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Act current = act;
      Request request = Request.of(api, uri(), Redirects.followed(exchange.getRequestURI()));
      int call = traffic.begin(request, clock.instant());
      Thread.sleep(latency);
      Optional<Mishap> mishap =
          Redirects.isFollowed(exchange.getRequestURI())
              ? Optional.empty()
              : current.mishaps().next(request);
      Answer answer = answer(request, mishap);
      traffic.end(
          call,
          Delivery.status(answer, mishap),
          Delivery.notBefore(answer, mishap, clock.instant()),
          mishap);
      new Delivery(exchange, current.over()).deliver(answer, mishap);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private Answer answer(Request request, Optional<Mishap> mishap) {
    if (request.path().equals("/robots.txt")) {
      return Answer.of(200, "text/plain", "User-agent: *\nAllow: /\n");
    }
    return endpoint.answer(
        mishap.isPresent() && mishap.get() instanceof Distorted(Distortion how)
            ? request.distorted(how)
            : request);
  }
}
