package io.paperflow.http;

/** What the end of a request does to the limits of its host. */
enum Verdict {
  /** Answered in time: share up, breaker closed. */
  FINE,
  /** Answered late: share down, breaker closed. */
  SLOW,
  /** The host asked for less: share down, silence; the breaker stays as it is. */
  ASKED_FOR_LESS,
  /** The host failed: share down, and one failure more for the breaker. */
  TROUBLE,
  /** Nothing was learnt about the host. */
  NOTHING
}
