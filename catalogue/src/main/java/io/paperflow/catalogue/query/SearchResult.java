package io.paperflow.catalogue.query;

import java.util.List;
import java.util.Optional;

/**
 * One page of hits.
 *
 * @param total how many papers match, on all pages
 * @param facets over all matching papers, not only those of the page
 * @param next where the next page begins; empty on the last one
 */
public record SearchResult(
    long total, Matching matching, List<Hit> hits, Facets facets, Optional<Cursor> next) {

  public SearchResult {
    hits = List.copyOf(hits);
  }
}
