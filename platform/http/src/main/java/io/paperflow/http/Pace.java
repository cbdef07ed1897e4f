package io.paperflow.http;

import java.time.Duration;

/**
 * How slow a connection may be.
 *
 * @param connect longest time to connect, the names' look-up not counted
 * @param stall longest time without a byte of the body
 * @param span time of waiting over which the rate is taken
 * @param rate least bytes a second over that time
 */
record Pace(Duration connect, Duration stall, Duration span, long rate) {

  /** A server that sends a byte now and then is cut off after half a minute. */
  static final Pace STANDARD =
      new Pace(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(30), 128);
}
