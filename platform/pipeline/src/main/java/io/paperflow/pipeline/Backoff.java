package io.paperflow.pipeline;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Exponential back-off with jitter: the n-th wait is {@code first * 2^(n-1)}, at most {@code most},
 * less up to a fifth by chance so that replicas do not come back at the same moment.
 *
 * @param first wait after the first failure
 * @param most longest wait
 */
public record Backoff(Duration first, Duration most) {

  private static final double JITTER = 0.2;

  /** The wait after a number of failures in a row, from 1. */
  public Duration after(int failures, RandomGenerator random) {
    int doublings = Math.clamp(failures - 1, 0, 30);
    long millis = Math.min(most.toMillis(), first.toMillis() << doublings);
    return Duration.ofMillis((long) (millis * (1 - JITTER * random.nextDouble())));
  }
}
