package io.paperflow.search.elastic;

import co.elastic.clients.elasticsearch._types.query_dsl.MatchQuery;
import co.elastic.clients.elasticsearch.core.search.Highlight;
import co.elastic.clients.elasticsearch.core.search.HighlightField;
import co.elastic.clients.elasticsearch.core.search.HighlighterType;
import co.elastic.clients.util.NamedValue;
import io.paperflow.catalogue.query.MarkedText;
import io.paperflow.catalogue.query.Matching;
import io.paperflow.catalogue.query.SearchText;

/** Marks found words in titles and abstracts. */
final class Highlights {

  private static final int EXCERPTS = 2;
  private static final int EXCERPT_LENGTH = 200;

  /** Longer texts are marked only up to here; without a limit they would fail the search. */
  private static final int MARKED_LENGTH = 100_000;

  private Highlights() {}

  static Highlight of(SearchText text, Matching matching) {
    return Highlight.of(
        h ->
            h.type(HighlighterType.Unified)
                .preTags(String.valueOf(MarkedText.OPEN))
                .postTags(String.valueOf(MarkedText.CLOSE))
                .maxAnalyzedOffset(MARKED_LENGTH)
                .fields(
                    NamedValue.of(
                        "title", field("title", text, matching).numberOfFragments(0).build()),
                    NamedValue.of(
                        "abstract",
                        field("abstract", text, matching)
                            .numberOfFragments(EXCERPTS)
                            .fragmentSize(EXCERPT_LENGTH)
                            .build())));
  }

  private static HighlightField.Builder field(String name, SearchText text, Matching matching) {
    HighlightField.Builder field = new HighlightField.Builder();
    return switch (matching) {
      case EVERY_WORD, TITLE -> field;
      // The search itself forgives errors in more fields; marking by it takes ten times as long.
      case SIMILAR, CLOSEST, MEANING -> field.highlightQuery(q -> q.match(words(name, text)));
    };
  }

  private static MatchQuery words(String field, SearchText text) {
    MatchQuery.Builder match = new MatchQuery.Builder().field(field).query(text.wantedWords());
    return PaperQuery.forgives(text)
        ? match
            .fuzziness(PaperQuery.FUZZINESS)
            .prefixLength(PaperQuery.EXACT_LETTERS)
            .maxExpansions(PaperQuery.SIMILAR_WORDS)
            .build()
        : match.build();
  }
}
