package io.paperflow.http;

import io.paperflow.http.Watchdog.Watch;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.TruncatedChunkException;

/**
 * A body as it comes from the network. Only the time in which it is waited for counts for its rate,
 * so that a slow reader does not make a server look slow.
 */
final class WireBody extends FilterInputStream {

  private final Watch whole;
  private final Runnable end;
  private final Duration stall;
  private final long rate;
  private final Time time;
  private Duration waited = Duration.ZERO;
  private long bytes;

  /**
   * @param stall longest time without a byte
   * @param rate least bytes a second, one stall not counted
   * @param end closes the connection
   */
  WireBody(InputStream in, Watch whole, Runnable end, Duration stall, long rate, Time time) {
    super(in);
    this.whole = whole;
    this.end = end;
    this.stall = stall;
    this.rate = rate;
    this.time = time;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    Instant before = time.now();
    int count;
    try {
      count = in.read(buffer, offset, length);
    } catch (IOException e) {
      throw failure(e);
    }
    waited = waited.plus(Duration.between(before, time.now()));
    bytes += Math.max(0, count);
    if (waited.compareTo(stall.multipliedBy(2)) >= 0) {
      checkRate();
    }
    return count;
  }

  private void checkRate() throws BodyException {
    if (bytes < rate * waited.minus(stall).toMillis() / 1000) {
      throw new BodyException(
          "slow", false, "the server sent " + bytes + " bytes in " + waited.toSeconds() + " s");
    }
    waited = Duration.ZERO;
    bytes = 0;
  }

  private BodyException failure(IOException e) {
    if (whole.hasBitten()) {
      return new BodyException("timeout", false, "the body was not complete in time");
    }
    return switch (e) {
      case SocketTimeoutException _ ->
          new BodyException("timeout", false, "the server stopped sending");
      case ConnectionClosedException _, TruncatedChunkException _ ->
          new BodyException("truncated", false, "the body ended too early");
      case MalformedChunkCodingException _ ->
          new BodyException("protocol", false, "the body's chunks are malformed");
      default -> new BodyException("network", false, "the connection broke: " + e.getMessage());
    };
  }

  @Override
  public long skip(long count) throws IOException {
    return readNBytes((int) Math.min(count, 8192)).length;
  }

  @Override
  public int available() {
    return 0;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /** Ends the connection; the rest of the body is not waited for. */
  @Override
  public void close() {
    end.run();
  }
}
