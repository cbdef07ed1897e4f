package io.paperflow.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.Pattern;

/** Uses a node over plain HTTP. */
record ElasticsearchProbe(URI uri) {

  private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]*)\"");

  String get(String path) throws IOException, InterruptedException {
    return success(send("GET", path, ""));
  }

  HttpHeaders head(String path) throws IOException, InterruptedException {
    HttpResponse<String> response = send("HEAD", path, "");
    success(response);
    return response.headers();
  }

  void put(String path, String json) throws IOException, InterruptedException {
    success(send("PUT", path, json));
  }

  int status(String method, String path, String json) throws IOException, InterruptedException {
    return send(method, path, json).statusCode();
  }

  /** What an analyzer or a normalizer of an index makes of a text without quotes. */
  List<String> tokens(String index, String kind, String name, String text)
      throws IOException, InterruptedException {
    String json = "{\"%s\":\"%s\",\"text\":\"%s\"}".formatted(kind, name, text);
    String answer = success(send("POST", index + "/_analyze", json));
    return TOKEN.matcher(answer).results().map(found -> found.group(1)).toList();
  }

  private static String success(HttpResponse<String> response) {
    assertEquals(2, response.statusCode() / 100, response::body);
    return response.body();
  }

  private HttpResponse<String> send(String method, String path, String json)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      var body = json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json);
      HttpRequest request =
          HttpRequest.newBuilder(uri.resolve(path))
              .method(method, body)
              .header("Content-Type", "application/json")
              .build();
      return client.send(request, BodyHandlers.ofString());
    }
  }
}
