package io.paperflow.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Asks the API of a running instance. */
final class Pages implements AutoCloseable {

  private final URI base;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final ObjectMapper json = new ObjectMapper();

  Pages(URI base) {
    this.base = base;
  }

  /** The JSON at a path, whatever its status. */
  JsonNode get(String pathAndQuery) throws Refusal {
    try {
      return json.readTree(ask(pathAndQuery, "application/json").body());
    } catch (IOException e) {
      throw nothing();
    }
  }

  /** The text at a path. */
  String text(String pathAndQuery) throws Refusal {
    HttpResponse<byte[]> answer = ask(pathAndQuery, "application/json;q=0.1, */*");
    String body = new String(answer.body(), UTF_8);
    if (answer.statusCode() != 200) {
      throw Refusal.failed(
          "%s answers %d%s"
              .formatted(
                  base.resolve(pathAndQuery),
                  answer.statusCode(),
                  detail(answer.body()).map(why -> ": " + why).orElse("")));
    }
    return body;
  }

  private Optional<String> detail(byte[] body) {
    try {
      return Optional.of(json.readTree(body).path("detail").asText(""))
          .filter(text -> !text.isEmpty());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private HttpResponse<byte[]> ask(String pathAndQuery, String accept) throws Refusal {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(pathAndQuery))
            .timeout(Duration.ofSeconds(30))
            .header("Accept", accept)
            .build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw nothing();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.failed("interrupted");
    }
  }

  private Refusal nothing() {
    return Refusal.failed("nothing answers at " + base + ": start it with ./paperflow up");
  }

  @Override
  public void close() {
    client.close();
  }
}
