package io.paperflow.search.query;

/** A cursor which no page of this search ever gave out. */
public final class InvalidCursorException extends RuntimeException {

  public InvalidCursorException() {
    super(
        "cursor is not one of this search: take it from the field \"next\" of the page before, and"
            + " repeat all other parameters unchanged");
  }
}
