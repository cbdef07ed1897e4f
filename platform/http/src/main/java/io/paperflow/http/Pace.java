package io.paperflow.http;

import java.time.Duration;

/**
 * How slow a connection may be.
 *
 * @param connect longest time to connect, the names' look-up not counted
 * @param stall longest time without a byte of the body, unless the request allows more for the
 *     first
 * @param rate least bytes a second, over twice the longest stall, of which one is forgiven
 */
record Pace(Duration connect, Duration stall, long rate) {

  /** A server that sends a byte now and then is cut off after a minute. */
  static final Pace STANDARD = new Pace(Duration.ofSeconds(10), Duration.ofSeconds(30), 128);

  /** The longest stall when the first byte may take so long. */
  Duration stall(Duration firstByte) {
    return stall.compareTo(firstByte) < 0 ? firstByte : stall;
  }
}
