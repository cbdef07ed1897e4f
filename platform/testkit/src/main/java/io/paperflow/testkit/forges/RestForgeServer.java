package io.paperflow.testkit.forges;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;

/**
 * A {@link RestForge} on loopback. What a repository is follows from its name: {@code gone-…} is
 * not there, {@code law-…} was taken down by law (451), {@code moved-…} has another owner (301),
 * {@code …slow…} is answered with 502 once; all others are there, in the archive of software all
 * but {@code …-lost}, and unchanged (304) for whoever knows the entity tag. More requests than the
 * forge allows are answered as it does, and counted. Thread-safe.
 */
public final class RestForgeServer implements AutoCloseable {

  private final RestForge forge;
  private final InstantSource clock;
  private final HttpServer server;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final Deque<Instant> window = new ArrayDeque<>();
  private final Map<String, Integer> answered = new HashMap<>();
  private final Map<String, Integer> failed = new HashMap<>();
  private int unchanged;
  private int exceeded;

  private record Reply(int status, String body, Map<String, String> headers) {}

  private RestForgeServer(RestForge forge, InstantSource clock, HttpServer server) {
    this.forge = forge;
    this.clock = clock;
    this.server = server;
  }

  /** A server that runs. */
  public static RestForgeServer start(RestForge forge, InstantSource clock) throws IOException {
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    RestForgeServer server = new RestForgeServer(forge, clock, http);
    http.setExecutor(server.executor);
    http.createContext("/", server::handle);
    http.start();
    return server;
  }

  /** Where it is. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** How often a repository was asked about and answered, by its name. */
  public synchronized Map<String, Integer> answered() {
    return Map.copyOf(answered);
  }

  /** Answers that nothing has changed. */
  public synchronized int unchanged() {
    return unchanged;
  }

  /** Requests beyond the limit. */
  public synchronized int exceeded() {
    return exceeded;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getRawPath();
      String tag = String.valueOf(exchange.getRequestHeaders().getFirst("If-None-Match"));
      Reply reply = reply(path, tag);
      reply.headers().forEach(exchange.getResponseHeaders()::set);
      byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private synchronized Reply reply(String path, String tag) {
    Instant now = clock.instant();
    while (!window.isEmpty() && !window.peek().plus(forge.window()).isAfter(now)) {
      window.remove();
    }
    if (window.size() >= forge.limit()) {
      exceeded++;
      return new Reply(forge.limited(), "{\"message\":\"Rate limit exceeded\"}", left(now));
    }
    window.add(now);
    Matcher asked = forge.path().matcher(path);
    return asked.matches()
        ? about(asked.group(1), asked.group(2), tag, now)
        : elsewhere(path, tag, now);
  }

  /** GitHub's address by id. */
  private Reply elsewhere(String path, String tag, Instant now) {
    for (String name : Map.copyOf(failed).keySet()) {
      if (path.equals("/repositories/" + GitHubServer.id("new-owner", name))) {
        return there("new-owner", name, tag, now);
      }
    }
    return new Reply(404, "", left(now));
  }

  private Reply about(String owner, String name, String tag, Instant now) {
    if (forge.lacks(name)) {
      answered.merge(name, 1, Integer::sum);
      return new Reply(forge.missing(), "{\"message\":\"Not found\"}", left(now));
    }
    if (forge.forbidden(name)) {
      answered.merge(name, 1, Integer::sum);
      return new Reply(451, "{\"message\":\"Repository access blocked\"}", left(now));
    }
    if (name.contains("slow") && failed.merge(name, 1, Integer::sum) == 1) {
      return new Reply(502, "", left(now));
    }
    if (name.startsWith("moved-") && !owner.equals("new-owner")) {
      failed.merge(name, 1, Integer::sum);
      Map<String, String> headers = left(now);
      headers.put("Location", forge.moved("new-owner", name));
      return new Reply(301, "", headers);
    }
    return there(owner, name, tag, now);
  }

  private Reply there(String owner, String name, String tag, Instant now) {
    answered.merge(name, 1, Integer::sum);
    Map<String, String> headers = left(now);
    String own = "W/\"" + GitHubServer.id(owner, name) + "\"";
    headers.put("ETag", own);
    if (tag.equals(own)) {
      unchanged++;
      return new Reply(304, "", headers);
    }
    return new Reply(200, forge.node(owner, name), headers);
  }

  /** What is left of the window, in the header fields of the forge. */
  private Map<String, String> left(Instant now) {
    int left = forge.limit() - window.size();
    Instant reset = window.isEmpty() ? now : window.peek().plus(forge.window());
    long seconds = Math.max(1, Duration.between(now, reset).toSeconds());
    Map<String, String> headers = new LinkedHashMap<>();
    switch (forge) {
      case GITHUB, SOFTWARE_HERITAGE -> {
        headers.put("X-RateLimit-Limit", Integer.toString(forge.limit()));
        headers.put("X-RateLimit-Remaining", Integer.toString(left));
        headers.put("X-RateLimit-Reset", Long.toString(reset.getEpochSecond()));
      }
      case GITLAB -> {
        headers.put("RateLimit-Limit", Integer.toString(forge.limit()));
        headers.put("RateLimit-Remaining", Integer.toString(left));
        headers.put("RateLimit-Reset", Long.toString(reset.getEpochSecond()));
        if (left <= 0) {
          headers.put("Retry-After", Long.toString(seconds));
        }
      }
      case HUGGING_FACE -> {
        headers.put("RateLimit", "\"api\";r=%d;t=%d".formatted(left, seconds));
        headers.put(
            "RateLimit-Policy",
            "\"fixed window\";\"api\";q=%d;w=%d"
                .formatted(forge.limit(), forge.window().toSeconds()));
      }
      case CODEBERG -> {
        if (left <= 0) {
          headers.put("Retry-After", Long.toString(seconds));
        }
      }
      // These say nothing.
      case GITEE, BITBUCKET -> {}
    }
    return headers;
  }

  @Override
  public void close() {
    server.stop(0);
    executor.shutdownNow();
  }
}
