package io.paperflow.testkit.forges;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * GitHub on loopback: GraphQL at {@code /graphql}, REST at {@code /repos/OWNER/NAME}, and raw files
 * at {@code /OWNER/NAME/HEAD/FILE}. What a repository is follows from its name: {@code gone-…} is
 * not there, {@code moved-…} has another owner, {@code slow-…} makes a query of more than one
 * repository fail with 502; all others are there. Limits are GitHub's: 5,000 points an hour for
 * GraphQL, 60 requests an hour for REST without a token, 900 points a minute for all; more is
 * answered as GitHub does, and counted. Thread-safe.
 */
public final class GitHubServer implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern ALIAS =
      Pattern.compile("(r\\d+): repository\\(owner: \"([^\"]+)\", name: \"([^\"]+)\"");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int POINTS = 5000;
  private static final int ANONYMOUS = 60;
  private static final int POINTS_A_MINUTE = 900;

  private final HttpServer server;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Integer> asked = new HashMap<>();
  private final Map<String, String> readmes = new HashMap<>();
  private final Deque<Instant> hour = new ArrayDeque<>();
  private final Deque<Instant> minute = new ArrayDeque<>();
  private int requests;
  private int exceeded;
  private int refuseNext;

  private record Reply(int status, String body, Map<String, String> headers) {}

  private GitHubServer(HttpServer server, InstantSource clock) {
    this.server = server;
    this.clock = clock;
  }

  /** A server that runs. */
  public static GitHubServer start(InstantSource clock) throws IOException {
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    GitHubServer server = new GitHubServer(http, clock);
    http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    http.createContext("/", server::handle);
    http.start();
    return server;
  }

  /** Where it is. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** A repository has a README. */
  public void readme(String repository, String text) {
    locked(() -> readmes.put(repository, text));
  }

  /** The next requests are answered with the secondary limit, to be tried again after a second. */
  public void refuseNext(int count) {
    locked(() -> refuseNext = count);
  }

  /** How often each repository was asked about and answered, by {@code owner/name}. */
  public Map<String, Integer> asked() {
    return locked(() -> Map.copyOf(asked));
  }

  /** All requests. */
  public int requests() {
    return locked(() -> requests);
  }

  /** Requests beyond a limit. */
  public int exceeded() {
    return locked(() -> exceeded);
  }

  private <T> T locked(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String path = exchange.getRequestURI().getPath();
    boolean token = exchange.getRequestHeaders().containsKey("Authorization");
    Reply reply = locked(() -> reply(path, token, new String(body, StandardCharsets.UTF_8)));
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  private Reply reply(String path, boolean token, String body) {
    if (path.contains("/HEAD/")) {
      return file(path);
    }
    requests++;
    Optional<Reply> limited = limited(path, token);
    if (limited.isPresent()) {
      return limited.get();
    }
    return path.equals("/graphql") ? graphQl(body) : rest(path);
  }

  private Optional<Reply> limited(String path, boolean token) {
    Instant now = clock.instant();
    if (refuseNext > 0) {
      refuseNext--;
      return Optional.of(secondary());
    }
    forget(minute, now.minus(Duration.ofMinutes(1)));
    forget(hour, now.minus(HOUR));
    if (minute.size() >= POINTS_A_MINUTE) {
      exceeded++;
      return Optional.of(secondary());
    }
    int most = token ? POINTS : ANONYMOUS;
    if (hour.size() >= most) {
      exceeded++;
      return Optional.of(
          path.equals("/graphql")
              ? new Reply(200, "{\"errors\":[{\"type\":\"RATE_LIMITED\"}]}", left(0, now))
              : new Reply(403, "{\"message\":\"API rate limit exceeded\"}", left(0, now)));
    }
    minute.add(now);
    hour.add(now);
    return Optional.empty();
  }

  private static void forget(Deque<Instant> times, Instant before) {
    while (!times.isEmpty() && times.peekFirst().isBefore(before)) {
      times.removeFirst();
    }
  }

  private static Reply secondary() {
    return new Reply(
        403,
        "{\"message\":\"You have exceeded a secondary rate limit.\"}",
        Map.of("Retry-After", "1"));
  }

  private Map<String, String> left(int count, Instant now) {
    Instant reset = hour.isEmpty() ? now.plus(HOUR) : hour.getFirst().plus(HOUR);
    return Map.of(
        "X-RateLimit-Limit",
        Integer.toString(POINTS),
        "X-RateLimit-Remaining",
        Integer.toString(count),
        "X-RateLimit-Reset",
        Long.toString(reset.getEpochSecond()));
  }

  private Reply graphQl(String body) {
    String query;
    try {
      query = JSON.readTree(body).path("query").asText();
    } catch (IOException e) {
      return new Reply(400, "{\"message\":\"Problems parsing JSON\"}", Map.of());
    }
    var aliases = ALIAS.matcher(query).results().toList();
    if (aliases.size() > 1 && aliases.stream().anyMatch(a -> a.group(3).startsWith("slow-"))) {
      return new Reply(502, "", Map.of());
    }
    ObjectNode answer = JSON.createObjectNode();
    ObjectNode data = answer.putObject("data");
    for (MatchResult alias : aliases) {
      String name = alias.group(2) + "/" + alias.group(3);
      asked.merge(name, 1, Integer::sum);
      if (alias.group(3).startsWith("gone-")) {
        data.putNull(alias.group(1));
        ObjectNode error = answer.withArray("errors").addObject();
        error.put("type", "NOT_FOUND").putArray("path").add(alias.group(1));
      } else {
        data.set(alias.group(1), node(alias.group(2), alias.group(3)));
      }
    }
    return new Reply(200, answer.toString(), left(POINTS - hour.size(), clock.instant()));
  }

  private static JsonNode node(String owner, String name) {
    ObjectNode node = JSON.createObjectNode();
    String now = name.startsWith("moved-") ? "new-owner" : owner;
    node.put("nameWithOwner", now + "/" + name);
    node.put("databaseId", id(owner, name));
    node.put("stargazerCount", stars(name));
    node.put("isArchived", false).put("isFork", false);
    node.put("createdAt", "2026-01-01T00:00:00Z").put("pushedAt", "2026-01-02T00:00:00Z");
    node.putObject("primaryLanguage").put("name", "Java");
    node.putObject("licenseInfo").put("spdxId", "MIT");
    node.putObject("repositoryTopics").putArray("nodes");
    return node;
  }

  /** The number of a repository. */
  static int id(String owner, String name) {
    return Math.floorMod((owner + name).hashCode(), 1 << 30);
  }

  /** The stars of a repository that is there, which follow from its name. */
  public static int stars(String name) {
    return Math.floorMod(name.hashCode(), 1000);
  }

  private Reply rest(String path) {
    String[] parts = path.split("/", -1);
    if (parts.length != 4 || parts[3].startsWith("gone-")) {
      return new Reply(404, "{\"message\":\"Not Found\"}", left(1, clock.instant()));
    }
    asked.merge(parts[2] + "/" + parts[3], 1, Integer::sum);
    ObjectNode node = JSON.createObjectNode();
    node.put("id", id(parts[2], parts[3]));
    node.put("full_name", parts[2] + "/" + parts[3]);
    node.put("stargazers_count", stars(parts[3])).put("language", "Java");
    node.putObject("license").put("spdx_id", "MIT");
    return new Reply(200, node.toString(), left(ANONYMOUS - hour.size(), clock.instant()));
  }

  private Reply file(String path) {
    String[] parts = path.split("/", -1);
    String text = readmes.get(parts[1] + "/" + parts[2]);
    return text == null || !path.endsWith("/README.md")
        ? new Reply(404, "", Map.of())
        : new Reply(200, text, Map.of());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
