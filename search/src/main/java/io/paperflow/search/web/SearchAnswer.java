package io.paperflow.search.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.paperflow.catalogue.paper.Paper;
import io.paperflow.catalogue.query.Cursor;
import io.paperflow.catalogue.query.Facets;
import io.paperflow.catalogue.query.Hit;
import io.paperflow.catalogue.query.MarkedText;
import io.paperflow.catalogue.query.Matching;
import io.paperflow.catalogue.query.SearchResult;
import java.util.List;
import java.util.Optional;

/**
 * A page of hits as JSON.
 *
 * @param total how many papers match, on all pages
 * @param matching {@code every-word}, {@code title}, {@code similar} or {@code closest}
 * @param next cursor of the next page; left out on the last one
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record SearchAnswer(
    long total, String matching, List<HitAnswer> hits, Facets facets, Optional<String> next) {

  static SearchAnswer of(SearchResult result) {
    return new SearchAnswer(
        result.total(),
        name(result.matching()),
        result.hits().stream().map(HitAnswer::of).toList(),
        result.facets(),
        result.next().map(Cursor::encoded));
  }

  private static String name(Matching matching) {
    return switch (matching) {
      case EVERY_WORD -> "every-word";
      case TITLE -> "title";
      case SIMILAR -> "similar";
      case CLOSEST -> "closest";
      case MEANING -> "meaning";
    };
  }

  /** A paper with what makes it a hit. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record HitAnswer(@JsonUnwrapped Paper paper, Optional<Double> score, Highlight highlight) {

    static HitAnswer of(Hit hit) {
      return new HitAnswer(
          hit.paper(),
          hit.score(),
          new Highlight(
              hit.title().map(MarkedText::html),
              hit.excerpts().stream().map(MarkedText::html).toList()));
    }
  }

  /**
   * Where the words were found, as HTML which is safe to show: found words in {@code <mark>}, all
   * else escaped.
   *
   * @param abstractExcerpts parts of the abstract
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Highlight(
      Optional<String> title, @JsonProperty("abstract") List<String> abstractExcerpts) {}
}
