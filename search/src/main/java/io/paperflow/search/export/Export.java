package io.paperflow.search.export;

import io.paperflow.catalogue.paper.Paper;

/** A format in which a list of papers is written, one by one. Implementations are thread-safe. */
public interface Export {

  /** How the names of such files end. */
  String suffix();

  /** Without parameters. */
  String mediaType();

  /** What comes before the first paper. */
  default String head() {
    return "";
  }

  /**
   * A paper, or nothing for one that has no place in this format; between it and the one before
   * stands what {@link #between()} says.
   */
  String paper(Paper paper);

  /** What comes between two papers. */
  default String between() {
    return "";
  }

  /** What comes after the last paper. */
  default String foot() {
    return "";
  }
}
