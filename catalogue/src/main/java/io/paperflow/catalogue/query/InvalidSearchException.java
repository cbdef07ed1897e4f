package io.paperflow.catalogue.query;

/** What was asked for cannot be answered by anyone; the message says what to change. */
public final class InvalidSearchException extends RuntimeException {

  /** With a message that names the parameter and what it may be. */
  public InvalidSearchException(String message) {
    super(message);
  }

  /** A cursor which no page of this search ever gave out. */
  public static InvalidSearchException cursor() {
    return new InvalidSearchException(
        "cursor: not one of this search; take it from \"next\" of the page before and repeat all"
            + " other parameters unchanged");
  }
}
