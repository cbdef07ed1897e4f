package io.paperflow.search.query;

/** Which papers were taken as hits. */
public enum Matching {
  /** Papers with all that was asked for. */
  EVERY_WORD,
  /** The text is the whole title of a paper: nothing in it was read as an operator. */
  TITLE,
  /** No paper has every word: those which come closest, typing errors forgiven. */
  CLOSEST
}
