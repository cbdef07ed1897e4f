package io.paperflow.fetcher.input;

import io.paperflow.fetcher.input.Location.LocalFile;
import io.paperflow.fetcher.input.Location.Stream;
import io.paperflow.fetcher.input.Location.Web;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Opens files and addresses. Thread-safe. */
final class Opener implements AutoCloseable {

  private final Limits limits;
  private final HttpClient client;

  Opener(Limits limits) {
    this.limits = limits;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(limits.connect())
            // Follows a few, never from https to http.
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
  }

  Opened open(Location location) throws IOException, InterruptedException {
    return switch (location) {
      case LocalFile(Path path) ->
          new Opened(
              Expanded.of(Files.newInputStream(path), limits.expansion()),
              Optional.of(Files.getLastModifiedTime(path).toInstant()),
              Optional.empty());
      case Web(URI address) -> open(address);
      case Stream(URI _, InputStream content) ->
          new Opened(Expanded.of(content, limits.expansion()), Optional.empty(), Optional.empty());
    };
  }

  private Opened open(URI address) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(limits.connect())
            .header("User-Agent", "paperflow")
            .header("Accept-Encoding", "gzip")
            .build();
    HttpResponse<InputStream> response;
    try {
      response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    } catch (HttpTimeoutException e) {
      throw new RefusedException(
          "timeout", "the server did not answer within " + limits.connect().toSeconds() + " s");
    }
    InputStream body = new WatchedStream(response.body(), limits);
    if (response.statusCode() != 200) {
      body.close();
      throw new RefusedException(
          "http-" + response.statusCode(), "the server answered " + response.statusCode());
    }
    return new Opened(
        Expanded.of(body, limits.expansion()),
        response.headers().firstValue("Last-Modified").flatMap(Opener::instant),
        response.headers().firstValue("ETag"));
  }

  private static Optional<Instant> instant(String httpDate) {
    try {
      return Optional.of(
          ZonedDateTime.parse(httpDate, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
