package io.paperflow.search.query;

/** How hits are ordered. */
public enum Order {
  /** Best match first. */
  RELEVANCE,
  /** Newest first, by the day of publication; papers without one come last. */
  DATE
}
