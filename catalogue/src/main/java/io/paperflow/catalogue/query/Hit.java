package io.paperflow.catalogue.query;

import io.paperflow.catalogue.paper.Paper;
import java.util.List;
import java.util.Optional;

/**
 * A paper that was found.
 *
 * @param score how well it matches, comparable only within one search; empty when ordered by date
 * @param title with the found words marked; empty when none was found there
 * @param excerpts parts of the abstract around found words
 */
public record Hit(
    Paper paper, Optional<Double> score, Optional<MarkedText> title, List<MarkedText> excerpts) {

  public Hit {
    excerpts = List.copyOf(excerpts);
  }
}
