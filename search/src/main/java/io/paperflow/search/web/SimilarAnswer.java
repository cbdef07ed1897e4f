package io.paperflow.search.web;

import io.paperflow.search.paper.Paper;
import java.util.List;

/**
 * Papers about the same as another.
 *
 * @param hits the most similar first
 */
record SimilarAnswer(List<Paper> hits) {

  SimilarAnswer {
    hits = List.copyOf(hits);
  }
}
