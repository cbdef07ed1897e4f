package io.paperflow.catalogue.query;

/** One part of a search text. */
public sealed interface Clause {

  /** Words to be found; usually one, several when punctuation joins them. */
  record Word(String text) implements Clause {}

  /** Words to be found side by side, in this order. */
  record Phrase(String text) implements Clause {}

  /** What the paper must be like. */
  record Where(Condition condition) implements Clause {}

  /** What must not be found. */
  record Excluded(Clause clause) implements Clause {}
}
