package io.paperflow.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** Uses a node over plain HTTP; an answer that is not 2xx fails. */
record ElasticsearchProbe(URI uri) {

  void createIndex(String index) throws IOException, InterruptedException {
    send("PUT", "/" + index, "{\"settings\":{\"number_of_replicas\":0}}");
  }

  void index(String index, String id, String json) throws IOException, InterruptedException {
    send("PUT", "/" + index + "/_doc/" + id, json);
  }

  String get(String path) throws IOException, InterruptedException {
    return send("GET", path, "");
  }

  String send(String method, String path, String json) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      var body = json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json);
      HttpRequest request =
          HttpRequest.newBuilder(uri.resolve(path))
              .method(method, body)
              .header("Content-Type", "application/json")
              .build();
      var response = client.send(request, BodyHandlers.ofString());
      if (response.statusCode() / 100 != 2) {
        throw new IOException(response.statusCode() + ": " + response.body());
      }
      return response.body();
    }
  }
}
