package io.paperflow.http;

import java.net.URI;

/** What came of one request on the way to an answer. */
sealed interface Step {

  /** For counting. */
  String outcome();

  /** There is an answer. */
  record Done(Answer answer) implements Step {
    @Override
    public String outcome() {
      return switch (answer) {
        case Answer.Content _ -> "content";
        case Answer.NotModified _ -> "not-modified";
        case Answer.Missing _ -> "missing";
        case Answer.Refused _ -> "refused";
        case Answer.Unavailable _ -> "unavailable";
      };
    }
  }

  /**
   * The thing is elsewhere.
   *
   * @param location absolute
   */
  record Moved(URI location) implements Step {
    @Override
    public String outcome() {
      return "moved";
    }
  }
}
