package io.paperflow.testkit.apis;

import java.time.Duration;
import java.util.Optional;

/** What goes wrong with a request. */
public sealed interface Mishap {

  /**
   * The server refuses.
   *
   * @param status such as 429 or 503
   * @param retryAfter what {@code Retry-After} says
   * @param asDate whether it says so as a date instead of seconds
   */
  record Refused(int status, Optional<Duration> retryAfter, boolean asDate) implements Mishap {

    /** Without a word about when to come again. */
    public static Refused plainly(int status) {
      return new Refused(status, Optional.empty(), false);
    }

    /** With the seconds to wait. */
    public static Refused until(int status, Duration retryAfter) {
      return new Refused(status, Optional.of(retryAfter), false);
    }
  }

  /** The server never answers; it lets go when it is closed. */
  record Silent() implements Mishap {}

  /** The connection ends without an answer. */
  record Cut() implements Mishap {}

  /** The connection ends in the middle of the body. */
  record CutShort() implements Mishap {}

  /** The body ends in its middle, and the headers tell nothing of it. */
  record Shortened() implements Mishap {}

  /** A page for people, with status 200. */
  record WrongType() implements Mishap {}

  /** The content is wrong. */
  record Distorted(Distortion how) implements Mishap {}

  /** The body comes in small pieces, with a real pause before each. */
  record Dripped(int pieces, Duration pause) implements Mishap {}

  /** The answer is elsewhere on the same server. */
  record Redirected() implements Mishap {}
}
