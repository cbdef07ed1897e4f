package io.paperflow.search.export;

import io.paperflow.catalogue.paper.Paper;
import io.paperflow.catalogue.paper.WebAddress;
import java.util.Optional;

/** Where a paper can be read. */
final class PaperAddress {

  private PaperAddress() {}

  static Optional<String> of(Paper paper) {
    return paper
        .arxivId()
        .map(id -> "https://arxiv.org/abs/" + id)
        .or(() -> paper.doi().map(doi -> "https://doi.org/" + doi))
        .or(() -> paper.openreviewId().map(id -> "https://openreview.net/forum?id=" + id))
        .flatMap(WebAddress::of);
  }
}
