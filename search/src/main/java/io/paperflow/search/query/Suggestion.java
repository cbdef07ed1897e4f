package io.paperflow.search.query;

/** What a search text that is being typed could become. */
public record Suggestion(Kind kind, String text) {

  /** What it is. */
  public enum Kind {
    TITLE,
    AUTHOR
  }
}
