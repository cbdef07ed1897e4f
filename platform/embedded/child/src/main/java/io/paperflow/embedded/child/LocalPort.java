package io.paperflow.embedded.child;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Ports of 127.0.0.1. */
public final class LocalPort {

  /**
   * Free ports are drawn below the range that systems give to outgoing connections (from 32768 on
   * Linux, 49152 elsewhere): no client can sit on the port between choice and use, or while a
   * server restarts.
   */
  private static final int FIRST = 20_000;

  private static final int LAST = 32_000;
  private static final int ATTEMPTS = 100;

  private LocalPort() {}

  /** A port that nothing listens on. */
  public static int free(RandomGenerator random) throws IOException {
    for (int i = 0; i < ATTEMPTS; i++) {
      int port = random.nextInt(FIRST, LAST);
      if (problem(port).isEmpty()) {
        return port;
      }
    }
    throw new IOException("no free port found from " + FIRST + " to " + LAST);
  }

  /** Why nothing can listen on this port now; empty when it can. */
  public static Optional<String> problem(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
