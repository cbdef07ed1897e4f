package io.paperflow.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** An answer on its way back. */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Reply(int status, String contentType, byte[] body) {

  static Reply json(int status, JsonNode body) {
    return new Reply(status, "application/json", body.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Sends it, or as much of it as told, and announces the whole. */
  void send(HttpExchange exchange, int bytes) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", contentType);
    exchange.getResponseHeaders().set("X-Elastic-Product", "Elasticsearch");
    // The JDK's server may close a kept connection just as the next request comes.
    exchange.getResponseHeaders().set("Connection", "close");
    boolean bodiless = exchange.getRequestMethod().equals("HEAD") || body.length == 0;
    exchange.sendResponseHeaders(status, bodiless ? -1 : body.length);
    if (!bodiless) {
      exchange.getResponseBody().write(body, 0, bytes);
      exchange.getResponseBody().flush();
    }
  }
}
