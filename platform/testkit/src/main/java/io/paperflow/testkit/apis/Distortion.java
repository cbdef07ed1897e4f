package io.paperflow.testkit.apis;

/** What is wrong with the content of an answer that looks right. Other answers are left alone. */
public enum Distortion {
  /** Nothing. */
  NONE,
  /** A page in mid-list has no entries. */
  EMPTY_PAGE,
  /** The page before comes again in its place. */
  REPEATED_PAGE,
  /** The last entries of the page before come again, before those of the page. */
  OVERLAPPING_PAGE,
  /** The entries of the page come in the opposite order. */
  REVERSED_PAGE,
  /** The resumption token is no longer known. */
  EXPIRED_TOKEN
}
