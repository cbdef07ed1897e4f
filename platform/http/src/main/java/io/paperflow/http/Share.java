package io.paperflow.http;

import java.time.Duration;

/**
 * Which part of the allowed rate and connections is used: additive increase, multiplicative
 * decrease (Chiu and Jain 1989). Pure arithmetic; not thread-safe.
 */
final class Share {

  private static final double LEAST = 1.0 / 64;
  private static final double STEP = 0.1;

  private double share = 1;

  double value() {
    return share;
  }

  void more() {
    share = Math.min(1, share + STEP);
  }

  void less() {
    share = Math.max(LEAST, share / 2);
  }

  int connections(int most) {
    return Math.max(1, (int) (most * share));
  }

  /** Time from one request to the next, over what the quotas ask for. */
  Duration gap(Duration pace) {
    return share >= 1 ? Duration.ZERO : Duration.ofNanos((long) ((double) pace.toNanos() / share));
  }
}
