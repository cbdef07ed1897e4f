package io.paperflow.standalone;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Documents that are none, among them one good paper. */
final class HostileDocuments implements AutoCloseable {

  private static final int MEGABYTE = 1 << 20;

  private static final String GOOD =
      """
      {"id": "2607.00001", "title": "The Good One", "abstract": "Found.", "categories": "cs.LG", \
      "update_date": "2026-07-01"}
      """;

  private final Path folder;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** The end of each document's name, and a part of the reason for which it is refused. */
  private final Map<String, String> reasons = new TreeMap<>();

  private final List<String> addresses = new ArrayList<>();

  HostileDocuments(Path folder) throws IOException {
    this.folder = Files.createDirectory(folder);
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
    file("empty.txt", "empty", "");
    byte[] noise = new byte[100_000];
    new Random(1).nextBytes(noise);
    file("binary.bin", "binary", noise);
    file("broken-utf8.jsonl", "UTF-8", broken());
    file("truncated.json", "cut off", "[{\"paper\": {\"id\": \"2607.00002\", \"title\": \"Cut");
    file("prose.txt", "format", "Dear reader,\nthis is a letter and no list of papers.\n");
    oneLine("one-line.jsonl", 200);
    Files.writeString(folder.resolve("good.jsonl"), GOOD);
    address("/missing", "404", 0);
    address("/endless", "binary", Long.MAX_VALUE);
  }

  /** A good record and one whose bytes are no UTF-8. */
  private static byte[] broken() {
    return (GOOD + GOOD.replace("00001", "00003").replace("Good", "B\u00e4d"))
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private void file(String name, String reason, String content) throws IOException {
    file(name, reason, content.getBytes(StandardCharsets.UTF_8));
  }

  private void file(String name, String reason, byte[] content) throws IOException {
    Files.write(folder.resolve(name), content);
    reasons.put(name, reason);
  }

  private void oneLine(String name, int megabytes) throws IOException {
    byte[] letters = "x".repeat(MEGABYTE).getBytes(StandardCharsets.US_ASCII);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)))) {
      out.write(GOOD.getBytes(StandardCharsets.UTF_8));
      out.write(GOOD.stripTrailing().replace("Found.\"", "").getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < megabytes; i++) {
        out.write(letters);
      }
    }
    reasons.put(name, "large");
  }

  /** An address that answers with an error, or with zeros as long as somebody listens. */
  private void address(String path, String reason, long length) {
    server.createContext(
        path,
        exchange -> {
          exchange.sendResponseHeaders(length == 0 ? 404 : 200, length == 0 ? -1 : 0);
          try (exchange;
              OutputStream out = exchange.getResponseBody()) {
            for (long sent = 0; sent < length; sent += MEGABYTE) {
              out.write(new byte[MEGABYTE]);
            }
          }
        });
    addresses.add("http://127.0.0.1:" + server.getAddress().getPort() + path);
    reasons.put(path, reason);
  }

  /** The folder of files and the addresses. */
  String[] arguments() {
    List<String> arguments = new ArrayList<>(List.of("ingest", folder.toString()));
    arguments.addAll(addresses);
    return arguments.toArray(String[]::new);
  }

  /** Each has one line, with its name and its reason. */
  void assertNamedIn(List<String> lines) {
    reasons.forEach(
        (name, reason) ->
            assertTrue(
                lines.stream().filter(line -> line.contains(name) && line.contains(reason)).count()
                    == 1,
                () -> name + " has no line with " + reason + " in\n" + String.join("\n", lines)));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
