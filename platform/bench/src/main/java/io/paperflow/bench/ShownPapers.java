package io.paperflow.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.paperflow.bench.papers.DailyPapers;
import io.paperflow.bench.papers.GeneratedPaper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Plays the list of a day of Daily Papers, to which papers are added, at a loopback port; all other
 * lists are empty. Thread-safe.
 */
final class ShownPapers implements AutoCloseable {

  private static final String LIST = "/api/daily_papers";

  private final InstantSource clock;
  private final HttpServer server;
  private final Map<GeneratedPaper, Instant> shown = new LinkedHashMap<>();
  private Optional<Asked> asked = Optional.empty();

  private ShownPapers(InstantSource clock, HttpServer server) {
    this.clock = clock;
    this.server = server;
  }

  static ShownPapers start(InstantSource clock) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ShownPapers papers = new ShownPapers(clock, server);
    server.createContext("/", papers::answer);
    server.start();
    return papers;
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /**
   * Settings, as environment variables, by which this source is read and no other.
   *
   * @param interval seconds after which it is read again
   * @param contact that its reader names
   */
  Map<String, String> settings(int interval, String contact) {
    String source = "PAPERFLOW_SOURCES_HUGGINGFACE_DAILY_PAPERS_";
    return Map.of(
        source + "ADDRESS",
        uri().toString(),
        source + "INTERVAL",
        interval + "s",
        source + "OPTIONS_DETAILS_DAYS",
        "0",
        "PAPERFLOW_SOURCES_ARXIV_RSS_ENABLED",
        "false",
        "PAPERFLOW_SOURCES_ARXIV_OAI_ENABLED",
        "false",
        "PAPERFLOW_FORGES_ENABLED",
        "false",
        "PAPERFLOW_HTTP_CONTACT",
        contact,
        "PAPERFLOW_HTTP_HOSTS_HUGGINGFACE_PRIVATE_ADDRESSES",
        "true");
  }

  /** Shows a paper from now on, and returns since when. */
  synchronized Instant show(GeneratedPaper paper) {
    Instant now = clock.instant();
    shown.put(paper, now);
    return now;
  }

  /**
   * A request.
   *
   * @param userAgent who asked, with the contact of its settings
   */
  record Asked(Instant at, String userAgent) {}

  /** The last request. */
  synchronized Optional<Asked> asked() {
    return asked;
  }

  private synchronized void noted(String userAgent) {
    asked = Optional.of(new Asked(clock.instant(), userAgent));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      noted(String.valueOf(exchange.getRequestHeaders().getFirst("User-Agent")));
      String query = String.valueOf(exchange.getRequestURI().getQuery());
      LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
      boolean isToday = query.contains("date=" + today) && !query.matches("(.*&)?p=[1-9].*");
      byte[] body = DailyPapers.json(isToday ? papers() : List.of());
      exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
      boolean known = exchange.getRequestURI().getPath().equals(LIST);
      exchange.sendResponseHeaders(known ? 200 : 404, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private synchronized List<GeneratedPaper> papers() {
    return new ArrayList<>(shown.keySet());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
