package io.paperflow.http;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on the loopback address that sends the very bytes it is told to send for each path. */
final class LoopbackServer implements AutoCloseable {

  private final ServerSocket socket;
  private final Map<String, Reply> replies = new ConcurrentHashMap<>();
  private final List<List<String>> heads = new CopyOnWriteArrayList<>();

  /** Writes the answer to a request; may go on until the client is gone. */
  @FunctionalInterface
  interface Reply {
    void write(OutputStream out) throws IOException;
  }

  LoopbackServer() throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return socket.getLocalPort();
  }

  String authority() {
    return "localhost:" + port();
  }

  URI uri(String path) {
    return URI.create("http://" + authority() + path);
  }

  LoopbackServer on(String path, Reply reply) {
    replies.put(path, reply);
    return this;
  }

  LoopbackServer on(String path, String head, byte[] body) {
    return on(
        path,
        out -> {
          out.write(("HTTP/1.1 " + head + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
          out.write(body);
        });
  }

  LoopbackServer on(String path, String head) {
    return on(path, head, new byte[0]);
  }

  /** Content with its length. */
  LoopbackServer onContent(String path, String fields, byte[] body) {
    return on(path, "200 OK\r\nContent-Length: " + body.length + fields, body);
  }

  /** The lines of each head, in the order of their arrival. */
  List<List<String>> heads() {
    return heads;
  }

  List<String> lastHead() {
    return heads.getLast();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = socket.accept();
        Thread.ofVirtual().start(() -> serve(client));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void serve(Socket client) {
    try (client) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
      List<String> head = in.lines().takeWhile(line -> !line.isEmpty()).toList();
      if (head.isEmpty()) {
        return;
      }
      heads.add(head);
      OutputStream out = client.getOutputStream();
      replies
          .getOrDefault(
              head.getFirst().split(" ", -1)[1],
              o -> o.write(bytes("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")))
          .write(out);
      out.flush();
    } catch (IOException e) {
      // The client is gone.
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] repeated(String text, int times) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < times; i++) {
      out.write(bytes(text));
    }
    return out.toByteArray();
  }
}
