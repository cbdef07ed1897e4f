package io.paperflow.k8s.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * A probe of a manifest: over HTTP, or whether a port answers.
 *
 * @param port a name or a number
 * @param path empty for a probe of the port alone
 * @param period between two attempts
 * @param timeout of an attempt
 * @param failures in a row that decide
 */
record Probe(JsonNode port, String path, Duration period, Duration timeout, int failures) {

  /** With the defaults of Kubernetes. */
  static Probe of(JsonNode probe) {
    boolean http = probe.has("httpGet");
    return new Probe(
        probe.at(http ? "/httpGet/port" : "/tcpSocket/port"),
        probe.at("/httpGet/path").asText(""),
        Duration.ofSeconds(probe.path("periodSeconds").asInt(10)),
        Duration.ofSeconds(probe.path("timeoutSeconds").asInt(1)),
        probe.path("failureThreshold").asInt(3));
  }

  /** One attempt. */
  boolean succeeds(HttpClient client, InetSocketAddress address) throws InterruptedException {
    return path.isEmpty() ? connects(address) : answers(client, address);
  }

  private boolean answers(HttpClient client, InetSocketAddress address)
      throws InterruptedException {
    URI uri = URI.create("http://" + address.getHostString() + ":" + address.getPort() + path);
    try {
      int status =
          client
              .send(HttpRequest.newBuilder(uri).timeout(timeout).build(), BodyHandlers.discarding())
              .statusCode();
      return status >= 200 && status < 400;
    } catch (IOException _) {
      return false;
    }
  }

  private boolean connects(InetSocketAddress address) {
    try (Socket socket = new Socket()) {
      socket.connect(address, (int) timeout.toMillis());
      // The engine's proxy takes every connection; where nobody listens behind it, it hangs up.
      socket.setSoTimeout(200);
      return socket.getInputStream().read() >= 0;
    } catch (SocketTimeoutException _) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}
