package io.paperflow.fetcher.input;

import io.paperflow.fetcher.input.InputFailure.Code;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Flow;

/** Opens web addresses. Follows a few redirects, none from https to http. */
final class WebOpener implements AutoCloseable {

  private final HttpClient client;
  private final WebLimits limits;
  private final InstantSource clock;

  WebOpener(WebLimits limits, InstantSource clock) {
    this.limits = limits;
    this.clock = clock;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(limits.connect())
            .build();
  }

  OpenDocument open(Location.Web location) throws IOException {
    String name = location.uri();
    var request =
        HttpRequest.newBuilder(location.address())
            .timeout(limits.patience())
            .header("User-Agent", "paperflow")
            .build();
    HttpResponse<Flow.Publisher<List<ByteBuffer>>> response = send(request, name);
    var body = new WebBody(name, limits, clock);
    response.body().subscribe(body);
    try {
      check(response, name);
    } catch (InputException e) {
      body.close();
      throw e;
    }
    HttpHeaders headers = response.headers();
    return new OpenDocument(
        body,
        headers.firstValue("Last-Modified").flatMap(WebOpener::time),
        headers.firstValue("ETag"));
  }

  private HttpResponse<Flow.Publisher<List<ByteBuffer>>> send(HttpRequest request, String name)
      throws IOException {
    try {
      return client.send(request, BodyHandlers.ofPublisher());
    } catch (HttpTimeoutException e) {
      throw new InputException(
          Code.STALLED, name + ": the server does not answer (" + e.getMessage() + ")");
    } catch (IOException e) {
      throw new InputException(Code.UNREACHABLE, name + ": no connection (" + reason(e) + ")");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException(name + ": interrupted").initCause(e);
    }
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private void check(HttpResponse<?> response, String name) throws InputException {
    int status = response.statusCode();
    if (status / 100 == 2) {
      if (response.headers().firstValueAsLong("Content-Length").orElse(0) > limits.bytes()) {
        throw WebBody.tooLarge(name, limits);
      }
      return;
    }
    String answer = name + ": the server answered " + status;
    throw switch (status) {
      case 404, 410 -> new InputException(Code.NOT_FOUND, answer + ": no such page");
      case 301, 302, 303, 307, 308 ->
          new InputException(Code.REFUSED, answer + ": too many redirects, or one to plain http");
      case 408, 429, 500, 502, 503, 504 ->
          new InputException(Code.UNREACHABLE, answer + ": try again later");
      default -> new InputException(Code.REFUSED, answer);
    };
  }

  private static Optional<Instant> time(String header) {
    try {
      return Optional.of(
          ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
