package io.paperflow.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the head of an answer says about the limits of its host.
 *
 * @param verdict if the body comes as it should
 * @param tooMany whether the status is 429
 * @param pause how long the host asks one to wait
 * @param limits what it says is left
 * @param unchanged whether the status is 304
 */
record Signals(
    Verdict verdict,
    boolean tooMany,
    Optional<Duration> pause,
    List<RateLimit> limits,
    boolean unchanged) {

  /** There was no answer. */
  static Signals none(Verdict verdict) {
    return new Signals(verdict, false, Optional.empty(), List.of(), false);
  }
}
