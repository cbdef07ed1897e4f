package io.paperflow.notifier.deliver;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A mail server that answers as it is told, or not at all. */
final class PlayedSmtp implements AutoCloseable {

  /** Instead of an answer: the connection ends. */
  static final String HANGS_UP = "hang up";

  private final ServerSocket server;
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final List<String> letters = new CopyOnWriteArrayList<>();
  private final List<String> lines = new CopyOnWriteArrayList<>();

  /** With which connections change to TLS when they are asked to, if any do. */
  private final Optional<SSLContext> startTls;

  private PlayedSmtp(ServerSocket server, Optional<SSLContext> startTls) {
    this.server = server;
    this.startTls = startTls;
    Thread.ofVirtual().start(this::accept);
  }

  static PlayedSmtp start() throws IOException {
    return new PlayedSmtp(
        new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), Optional.empty());
  }

  /** One that offers to change to TLS. */
  static PlayedSmtp startTls(SSLContext context) throws IOException {
    return new PlayedSmtp(
        new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), Optional.of(context));
  }

  /** One that speaks TLS from the beginning. */
  static PlayedSmtp tls(SSLContext context) throws IOException {
    return new PlayedSmtp(
        context
            .getServerSocketFactory()
            .createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
        Optional.empty());
  }

  /** What it answers to lines that begin so; {@code .} is the end of a letter. */
  PlayedSmtp answers(String to, String answer) {
    answers.put(to, answer);
    return this;
  }

  int port() {
    return server.getLocalPort();
  }

  /** The letters whose ends it has read, whatever it answered. */
  List<String> letters() {
    return letters;
  }

  /** What it was told outside of letters. */
  List<String> lines() {
    return lines;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> talk(socket));
      } catch (IOException e) {
        return; // Closed.
      }
    }
  }

  private void talk(Socket socket) {
    try (socket) {
      say(socket.getOutputStream(), "220 played");
      converse(socket);
    } catch (IOException e) {
      // The client is gone.
    }
  }

  private void converse(Socket socket) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
    OutputStream out = socket.getOutputStream();
    StringBuilder letter = new StringBuilder();
    boolean inLetter = false;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (inLetter && !line.equals(".")) {
        letter.append(line).append('\n');
        continue;
      }
      if (inLetter) {
        letters.add(letter.toString());
        letter.setLength(0);
      }
      lines.add(line);
      inLetter = line.equals("DATA");
      String answer = answer(line).orElse(inLetter ? "354 go on" : "250 good");
      if (answer.equals(HANGS_UP)) {
        return;
      }
      inLetter &= answer.startsWith("354");
      say(out, answer);
      if (line.equals("STARTTLS") && startTls.isPresent()) {
        converse(secured(socket, startTls.get()));
        return;
      }
    }
  }

  private static Socket secured(Socket socket, SSLContext context) throws IOException {
    SSLSocket secured =
        (SSLSocket) context.getSocketFactory().createSocket(socket, null, socket.getPort(), true);
    secured.setUseClientMode(false);
    return secured;
  }

  private Optional<String> answer(String line) {
    if (line.startsWith("EHLO") && startTls.isPresent()) {
      return Optional.of("250-played\r\n250 STARTTLS");
    }
    if (line.equals("STARTTLS") && startTls.isPresent()) {
      return Optional.of("220 go on");
    }
    return answers.entrySet().stream()
        .filter(answer -> line.startsWith(answer.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(US_ASCII));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
