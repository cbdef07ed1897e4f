package io.paperflow.indexer.fusion;

/** Whether a repository can be had, by what papers say and what was seen. */
public enum Availability {
  /** Said to be there and not seen to be missing, or seen to be there, if only as a copy. */
  AVAILABLE,
  /** Said to come, and not seen yet. */
  PROMISED,
  /** Nobody says. */
  UNKNOWN,
  /** Said to be there, and seen to be missing. */
  GONE
}
