package io.paperflow.fetcher.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * A stream from the web that ends with a clear failure when it stalls, lasts too long or is too
 * large. A blocked read cannot be timed, so another thread closes the stream under it.
 */
final class WatchedStream extends FilterInputStream {

  private static final Duration LOOK = Duration.ofMillis(200);

  private final Limits limits;
  private final Thread watch;
  private final long startedAt = System.nanoTime();
  private volatile long readAt = System.nanoTime();
  private volatile String cutOff = "";
  private long bytes;

  WatchedStream(InputStream in, Limits limits) {
    super(in);
    this.limits = limits;
    this.watch = Thread.ofVirtual().name("watch-download").start(this::watch);
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep(LOOK);
        long now = System.nanoTime();
        if (now - readAt > limits.stall().toNanos()) {
          cutOff = "sent nothing for " + limits.stall().toSeconds() + " s";
        } else if (now - startedAt > limits.total().toNanos()) {
          cutOff = "was not complete after " + limits.total().toSeconds() + " s";
        }
        if (!cutOff.isEmpty()) {
          in.close();
          return;
        }
      }
    } catch (InterruptedException | IOException e) {
      // Closed: there is nothing to watch any more.
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    int count = read(one, 0, 1);
    return count < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count;
    try {
      readAt = System.nanoTime();
      count = super.read(buffer, offset, length);
      readAt = System.nanoTime();
    } catch (IOException e) {
      throw cutOff.isEmpty() ? e : new RefusedException("timeout", "the server " + cutOff);
    }
    bytes += Math.max(0, count);
    if (bytes > limits.bytes()) {
      throw new RefusedException(
          "too-large", "the document has more than " + limits.bytes() + " bytes");
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    watch.interrupt();
    super.close();
  }
}
