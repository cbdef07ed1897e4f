package io.paperflow.catalogue.query;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a search text that is being typed could become. */
public record Suggestion(Kind kind, String text) {

  /** What it is. */
  public enum Kind {
    @JsonProperty("title")
    TITLE,
    @JsonProperty("author")
    AUTHOR
  }
}
