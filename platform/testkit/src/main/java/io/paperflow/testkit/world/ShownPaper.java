package io.paperflow.testkit.world;

import java.util.List;

/**
 * An arXiv paper as somebody sees it.
 *
 * @param versions those that are shown; at least one
 */
public record ShownPaper(ArxivPaper paper, List<ArxivVersion> versions) {

  /** The newest that is shown. */
  public ArxivVersion latest() {
    return versions.getLast();
  }

  /** The paper's id. */
  public String id() {
    return paper.id();
  }
}
