package io.paperflow.catalogue.query;

/** How hits are ordered. */
public enum Order {
  /** Best match first. */
  RELEVANCE,
  /** Newest first, by the day of publication; papers without one come last. */
  DATE,
  /** Last seen here for the first time first, whenever published. */
  ARRIVAL,
  /** Most votes as a daily paper first; papers that were none come last. */
  VOTES,
  /** Most stars of the paper's code first; papers without come last. */
  STARS,
  /** Fastest gain of stars first; papers of which none is known come last. */
  GROWTH
}
