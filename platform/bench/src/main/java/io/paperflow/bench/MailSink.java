package io.paperflow.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A mail server on loopback that takes everything and keeps nothing but when and for whom it was:
 * as much of SMTP (RFC 5321) as a client without extensions needs. Thread-safe.
 */
final class MailSink implements AutoCloseable {

  private final InstantSource clock;
  private final ServerSocket server;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Taken> taken = new ArrayList<>();

  /** A letter. */
  record Taken(String recipient, Instant at) {}

  private MailSink(InstantSource clock, ServerSocket server) {
    this.clock = clock;
    this.server = server;
  }

  static MailSink start(InstantSource clock) throws IOException {
    MailSink sink = new MailSink(clock, new ServerSocket(0, 200, InetAddress.getLoopbackAddress()));
    sink.executor.execute(sink::accept);
    return sink;
  }

  int port() {
    return server.getLocalPort();
  }

  synchronized List<Taken> taken() {
    return List.copyOf(taken);
  }

  private synchronized void took(String recipient) {
    taken.add(new Taken(recipient, clock.instant()));
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        executor.execute(() -> serve(socket));
      }
    } catch (IOException _) {
      // Closed.
    }
  }

  private void serve(Socket socket) {
    try (socket;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
      socket.setTcpNoDelay(true);
      say(socket, "220 sink");
      String recipient = "";
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String command = line.toUpperCase(Locale.ROOT);
        if (command.startsWith("RCPT TO:")) {
          recipient = line.substring("RCPT TO:".length());
        }
        if (command.equals("DATA")) {
          say(socket, "354 go on");
          String text = in.readLine();
          while (text != null && !text.equals(".")) {
            text = in.readLine();
          }
          took(recipient);
        }
        if (command.equals("QUIT")) {
          say(socket, "221 bye");
          return;
        }
        say(socket, "250 ok");
      }
    } catch (IOException _) {
      // The client is gone.
    }
  }

  private static void say(Socket socket, String line) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    server.close();
    executor.shutdownNow();
  }
}
