package io.paperflow.k8s.run;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody who searches all the time, through the Service: at one of the pods that are ready. */
final class Readers implements AutoCloseable {

  private final Cluster cluster;
  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicInteger asked = new AtomicInteger();
  private final List<String> failures = new ArrayList<>();
  private final Thread thread;
  private volatile boolean closed;

  Readers(Cluster cluster) {
    this.cluster = cluster;
    this.thread = Thread.ofPlatform().name("readers").start(this::run);
  }

  int asked() {
    return asked.get();
  }

  private void run() {
    while (!closed) {
      List<InetSocketAddress> ready = cluster.ready("search", "http");
      int number = asked.incrementAndGet();
      if (ready.isEmpty()) {
        failures.add("no pod is ready");
      } else {
        ask(ready.get(number % ready.size()), number);
      }
    }
  }

  private void ask(InetSocketAddress address, int number) {
    URI uri =
        URI.create(
            "http://%s:%d/api/search?q=number+%d"
                .formatted(address.getHostString(), address.getPort(), number % 100));
    try {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20)).build(),
              HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        failures.add(answer.statusCode() + " " + answer.body());
      }
    } catch (Exception e) {
      failures.add(uri + ": " + e);
    }
  }

  /** Ends; then the failures are all that there will be. */
  List<String> failures() throws InterruptedException {
    closed = true;
    thread.join();
    return failures;
  }

  @Override
  public void close() {
    closed = true;
  }
}
