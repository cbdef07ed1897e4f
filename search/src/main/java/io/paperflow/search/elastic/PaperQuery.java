package io.paperflow.search.elastic;

import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.CombinedFieldsOperator;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.QueryBuilders;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import co.elastic.clients.elasticsearch._types.query_dsl.ZeroTermsQuery;
import io.paperflow.search.paper.PaperIdentifier;
import io.paperflow.search.query.Clause;
import io.paperflow.search.query.Clause.Excluded;
import io.paperflow.search.query.Clause.Phrase;
import io.paperflow.search.query.Clause.Word;
import io.paperflow.search.query.Matching;
import io.paperflow.search.query.SearchText;
import java.util.List;
import java.util.Optional;

/**
 * A search text as a query. Which papers are hits is decided by filters, word by word across all
 * fields; how they rank, by the text as a whole. Texts are analysed only by Elasticsearch, so that
 * no character can break a query: a clause of which the analysis leaves nothing asks for nothing.
 */
final class PaperQuery {

  private static final List<String> FIELDS =
      List.of("title", "title.exact", "abstract", "authors.name", "repositories.name");
  private static final List<String> FORGIVING_FIELDS =
      List.of("title^3", "abstract", "authors.name");

  private static final float IDENTIFIER_BOOST = 1000;

  /** So large that a title which is the text comes before every title which merely holds it. */
  private static final float TITLE_BOOST = 20;

  private static final float FORGIVING_BOOST = 0.1f;

  private PaperQuery() {}

  static Query of(SearchText typed, Matching matching) {
    SearchText text = matching == Matching.TITLE ? typed.verbatim() : typed;
    BoolQuery.Builder query = new BoolQuery.Builder();
    text.unwanted().forEach(clause -> query.mustNot(clause(clause, ZeroTermsQuery.None)));
    if (text.wanted().isEmpty()) {
      return query.build()._toQuery();
    }
    String words = text.wantedWords();
    if (matching == Matching.CLOSEST) {
      query.must(forgiving(words));
    } else {
      query.filter(everything(text));
    }
    identified(text).ifPresent(query::should);
    ranking(words).forEach(query::should);
    return query.build()._toQuery();
  }

  /** Papers of which every clause is true, or which the text identifies. */
  private static Query everything(SearchText text) {
    BoolQuery.Builder every = new BoolQuery.Builder();
    text.wanted().forEach(clause -> every.filter(clause(clause, ZeroTermsQuery.All)));
    Query all = every.build()._toQuery();
    return identified(text)
        .map(one -> Query.of(q -> q.bool(b -> b.should(all).should(one).minimumShouldMatch("1"))))
        .orElse(all);
  }

  private static Query clause(Clause clause, ZeroTermsQuery nothingLeft) {
    return switch (clause) {
      case Word(String text) ->
          Query.of(
              q ->
                  q.multiMatch(
                      m ->
                          m.query(text)
                              .fields(FIELDS)
                              .operator(Operator.And)
                              .zeroTermsQuery(nothingLeft)));
      case Phrase(String text) ->
          Query.of(
              q ->
                  q.multiMatch(
                      m ->
                          m.query(text)
                              .fields(FIELDS)
                              .type(TextQueryType.Phrase)
                              .zeroTermsQuery(nothingLeft)));
      case Excluded(Clause inner) -> clause(inner, nothingLeft);
    };
  }

  /** Papers with at least half of the words, typing errors forgiven. */
  private static Query forgiving(String words) {
    return Query.of(
        q ->
            q.multiMatch(
                m ->
                    m.query(words)
                        .fields(FORGIVING_FIELDS)
                        .fuzziness("AUTO")
                        .prefixLength(1)
                        .maxExpansions(30)
                        .minimumShouldMatch("-50%")
                        .boost(FORGIVING_BOOST)));
  }

  private static Optional<Query> identified(SearchText text) {
    return PaperIdentifier.in(text.text())
        .map(identifier -> IdentifierQuery.of(identifier, IDENTIFIER_BOOST));
  }

  private static List<Query> ranking(String words) {
    return List.of(
        Query.of(
            q ->
                q.combinedFields(
                    c ->
                        c.query(words)
                            .fields("title^3", "abstract")
                            .operator(CombinedFieldsOperator.Or))),
        QueryBuilders.match(m -> m.field("title.exact").query(words)),
        QueryBuilders.match(m -> m.field("authors.name").query(words)),
        QueryBuilders.matchPhrase(m -> m.field("title.exact").query(words).boost(TITLE_BOOST)),
        QueryBuilders.matchPhrase(m -> m.field("abstract").query(words)));
  }
}
