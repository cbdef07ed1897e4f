package io.paperflow.catalogue.query;

/** Which papers were taken as hits. */
public enum Matching {
  /** Papers with all that was asked for. */
  EVERY_WORD,
  /** The text is the whole title of a paper: nothing in it was read as an operator. */
  TITLE,
  /** No paper has every word as typed: those with all that was asked for but for typing errors. */
  SIMILAR,
  /** Nor any that: those with at least half of the words, the most of them first. */
  CLOSEST,
  /** Nor half of them: those that are about what the words mean. */
  MEANING
}
