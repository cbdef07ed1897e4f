package io.paperflow.fetcher.sources;

import io.paperflow.http.Answer;
import io.paperflow.http.Answer.Category;
import io.paperflow.http.Headers;
import io.paperflow.http.Request;
import io.paperflow.http.Web;
import io.paperflow.testkit.world.SimulatedClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks servers of this machine, without the budgets of the real client; each answer takes a second.
 */
final class LoopbackWeb implements Web, AutoCloseable {

  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

  private final SimulatedClock clock;

  LoopbackWeb(SimulatedClock clock) {
    this.clock = clock;
  }

  @Override
  public Answer get(Request request) throws InterruptedException {
    clock.advance(Duration.ofSeconds(1));
    HttpRequest.Builder asked = HttpRequest.newBuilder(request.uri());
    request.validators().etag().ifPresent(etag -> asked.header("If-None-Match", etag));
    try {
      return answer(request, client.send(asked.build(), BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      return unavailable(request, "network", Category.TRANSIENT, Optional.empty());
    }
  }

  private Answer answer(Request request, HttpResponse<byte[]> response) {
    int status = response.statusCode();
    if (status == 200) {
      List<Map.Entry<String, String>> headers =
          response.headers().map().entrySet().stream()
              .map(header -> Map.entry(header.getKey(), header.getValue().getFirst()))
              .toList();
      return new Answer.Content(
          status, response.uri(), Headers.of(headers), new ByteArrayInputStream(response.body()));
    }
    return switch (status) {
      case 304 -> new Answer.NotModified(request.validators());
      case 404 -> new Answer.Missing(status, request.uri() + " is missing");
      case 429, 503 ->
          unavailable(
              request,
              "http-" + status,
              Category.OVERLOAD,
              response.headers().firstValue("Retry-After"));
      case 500, 502 -> unavailable(request, "http-" + status, Category.TRANSIENT, Optional.empty());
      default ->
          new Answer.Refused(
              status,
              "http-" + status,
              request.uri() + " was refused",
              new String(response.body(), StandardCharsets.UTF_8));
    };
  }

  private Answer unavailable(
      Request request, String code, Category category, Optional<String> retryAfter) {
    long seconds = retryAfter.filter(s -> s.matches("\\d+")).map(Long::valueOf).orElse(0L);
    return new Answer.Unavailable(
        code, category, request.uri() + ": " + code, clock.instant().plusSeconds(seconds));
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
