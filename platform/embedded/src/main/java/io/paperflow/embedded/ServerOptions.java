package io.paperflow.embedded;

/**
 * What the user chooses of a server.
 *
 * @param port where it listens at 127.0.0.1, 1 to 65535; 0 picks a free one
 * @param heapMegabytes the limit of its Java heap
 */
public record ServerOptions(int port, int heapMegabytes) {

  public ServerOptions {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port " + port + " is not within 0 to 65535");
    }
    if (heapMegabytes < 1) {
      throw new IllegalArgumentException("a heap of " + heapMegabytes + " MB is too small");
    }
  }

  /** Kafka on any free port with the heap it needs. */
  public static ServerOptions kafka() {
    return new ServerOptions(0, 192);
  }

  /** Elasticsearch on any free port with the heap it needs. */
  public static ServerOptions elasticsearch() {
    return new ServerOptions(0, 448);
  }

  /** The same on this port; 0 picks a free one. */
  public ServerOptions withPort(int newPort) {
    return new ServerOptions(newPort, heapMegabytes);
  }

  /** The same with this limit of the heap. */
  public ServerOptions withHeapMegabytes(int megabytes) {
    return new ServerOptions(port, megabytes);
  }
}
