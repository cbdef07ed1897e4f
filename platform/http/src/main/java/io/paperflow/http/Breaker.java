package io.paperflow.http;

import java.time.Duration;
import java.time.Instant;

/**
 * Circuit breaker: after failures in a row nothing is sent for a while, then one request as a
 * probe; its answer closes the breaker, its failure opens it for twice as long. Pure arithmetic;
 * not thread-safe.
 */
final class Breaker {

  enum State {
    CLOSED(0),
    HALF_OPEN(1),
    OPEN(2);

    private final int number;

    State(int number) {
      this.number = number;
    }

    /** In metrics. */
    int number() {
      return number;
    }
  }

  private static final int FAILURES = 5;
  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private State state = State.CLOSED;
  private Instant until = Instant.MIN;
  private Duration pause = FIRST;
  private boolean probing;
  private int failures;

  State state() {
    return state;
  }

  Instant opening(Instant now) {
    if (probing) {
      return Instant.MAX;
    }
    return state == State.OPEN && until.isAfter(now) ? until : now;
  }

  /** Whether the request that starts now is the probe. */
  boolean started() {
    if (state == State.OPEN) {
      state = State.HALF_OPEN;
    }
    probing = state == State.HALF_OPEN;
    return probing;
  }

  /** The host answers; whether a whole answer comes through is still open. */
  void answered(boolean probe) {
    if (probe) {
      probing = false;
      state = State.CLOSED;
      failures = FAILURES - 1;
    }
  }

  void succeeded() {
    if (state == State.CLOSED) {
      failures = 0;
      pause = FIRST;
    }
  }

  void failed(boolean probe, Instant now) {
    failures++;
    if ((probe && probing) || (state == State.CLOSED && failures >= FAILURES)) {
      probing = false;
      state = State.OPEN;
      until = now.plus(pause);
      pause = pause.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : pause.multipliedBy(2);
    }
  }

  /** The probe was given up without a verdict: the next request is one. */
  void undecided(boolean probe) {
    if (probe) {
      probing = false;
    }
  }
}
