package io.paperflow.search.elastic;

import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.CombinedFieldsOperator;
import co.elastic.clients.elasticsearch._types.query_dsl.MultiMatchQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.QueryBuilders;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import co.elastic.clients.elasticsearch._types.query_dsl.ZeroTermsQuery;
import io.paperflow.catalogue.paper.PaperIdentifier;
import io.paperflow.catalogue.query.Clause;
import io.paperflow.catalogue.query.Clause.Excluded;
import io.paperflow.catalogue.query.Clause.Phrase;
import io.paperflow.catalogue.query.Clause.Where;
import io.paperflow.catalogue.query.Clause.Word;
import io.paperflow.catalogue.query.Condition;
import io.paperflow.catalogue.query.Matching;
import io.paperflow.catalogue.query.SearchText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A search text as a query. Which papers are hits is decided by filters, word by word across all
 * fields; how they rank, by the text as a whole. Texts are analysed only by Elasticsearch, so that
 * no character can break a query: a clause of which the analysis leaves nothing asks for nothing.
 */
final class PaperQuery {

  private static final List<String> FIELDS =
      List.of("title", "title.exact", "abstract", "keywords", "authors.name", "repositories.name");
  private static final List<String> FORGIVING_FIELDS =
      List.of("title^3", "title.exact", "abstract", "keywords", "authors.name");

  /** One typing error from four letters on, two from nine on. */
  static final String FUZZINESS = "AUTO:4,9";

  /** First letters in which nobody errs; without any, every word of the index would be compared. */
  static final int EXACT_LETTERS = 1;

  /** Most words of the index taken for one that was typed. */
  static final int SIMILAR_WORDS = 30;

  // Forgiveness costs time and memory by the letter, about 40 KB each: a text of the longest words
  // would take seconds and all the memory that Elasticsearch gives a search.
  private static final int FORGIVEN_WORDS = 10;
  private static final int FORGIVEN_LETTERS = 24;

  private static final Pattern BLANK = Pattern.compile(" ");

  private static final float IDENTIFIER_BOOST = 1000;

  /** So large that a title which is the text comes before every title which merely holds it. */
  private static final float TITLE_BOOST = 20;

  private static final float FORGIVING_BOOST = 0.1f;

  private PaperQuery() {}

  static Query of(SearchText typed, Matching matching) {
    SearchText text = matching == Matching.TITLE ? typed.verbatim() : typed;
    BoolQuery.Builder query = new BoolQuery.Builder();
    text.unwanted().forEach(clause -> query.mustNot(without(clause)));
    if (text.wanted().isEmpty()) {
      if (!text.conditions().isEmpty()) {
        query.filter(orIdentified(text, met(text)));
      }
      return query.build()._toQuery();
    }
    text.conditions()
        .forEach(condition -> query.filter(ConditionQueries.of(condition, ZeroTermsQuery.All)));
    switch (matching) {
      case EVERY_WORD, TITLE -> query.filter(orIdentified(text, all(text, PaperQuery::exact)));
      case SIMILAR ->
          query.must(all(text, forgives(text) ? PaperQuery::similar : PaperQuery::exact));
      case CLOSEST -> query.must(half(text));
      case MEANING -> query.mustNot(m -> m.matchAll(a -> a));
    }
    ranking(text).forEach(query::should);
    return query.build()._toQuery();
  }

  /** What a paper must be like whatever its words are: what conditions and exclusions say. */
  static Query allowed(SearchText text) {
    BoolQuery.Builder query = new BoolQuery.Builder();
    text.unwanted().forEach(clause -> query.mustNot(without(clause)));
    return query.filter(met(text)).build()._toQuery();
  }

  private static Query met(SearchText text) {
    BoolQuery.Builder all = new BoolQuery.Builder();
    text.conditions()
        .forEach(condition -> all.filter(ConditionQueries.of(condition, ZeroTermsQuery.All)));
    return all.build()._toQuery();
  }

  private static Query all(SearchText text, Function<Clause, Query> reading) {
    BoolQuery.Builder every = new BoolQuery.Builder().boost(FORGIVING_BOOST);
    text.wanted().forEach(clause -> every.must(reading.apply(clause)));
    return every.build()._toQuery();
  }

  private static Query exact(Clause clause) {
    return in(FIELDS, clause).zeroTermsQuery(ZeroTermsQuery.All).build()._toQuery();
  }

  private static Query without(Clause clause) {
    return clause instanceof Where(Condition condition)
        ? ConditionQueries.of(condition, ZeroTermsQuery.None)
        : in(FIELDS, clause).zeroTermsQuery(ZeroTermsQuery.None).build()._toQuery();
  }

  private static Query similar(Clause clause) {
    return clause instanceof Word
        ? forgiving(in(FORGIVING_FIELDS, clause))
            .zeroTermsQuery(ZeroTermsQuery.All)
            .build()
            ._toQuery()
        : exact(clause);
  }

  private static MultiMatchQuery.Builder in(List<String> fields, Clause clause) {
    MultiMatchQuery.Builder match = new MultiMatchQuery.Builder().fields(fields);
    return switch (clause) {
      case Word(String text) -> match.query(text).operator(Operator.And);
      case Phrase(String text) -> match.query(text).type(TextQueryType.Phrase);
      case Where _, Excluded _ ->
          throw new IllegalArgumentException("neither words nor a phrase: " + clause);
    };
  }

  private static Query half(SearchText text) {
    MultiMatchQuery.Builder match = new MultiMatchQuery.Builder().query(text.wantedWords());
    return (forgives(text) ? forgiving(match) : match)
        .fields(FORGIVING_FIELDS)
        .minimumShouldMatch("-50%")
        .boost(FORGIVING_BOOST)
        .build()
        ._toQuery();
  }

  static boolean forgives(SearchText text) {
    String words = text.wantedWords();
    return BLANK.splitAsStream(words).limit(FORGIVEN_WORDS + 1L).count() <= FORGIVEN_WORDS
        && BLANK.splitAsStream(words).allMatch(word -> word.length() <= FORGIVEN_LETTERS);
  }

  private static MultiMatchQuery.Builder forgiving(MultiMatchQuery.Builder match) {
    return match.fuzziness(FUZZINESS).prefixLength(EXACT_LETTERS).maxExpansions(SIMILAR_WORDS);
  }

  private static Query orIdentified(SearchText text, Query other) {
    return identified(text)
        .map(one -> Query.of(q -> q.bool(b -> b.should(other).should(one).minimumShouldMatch("1"))))
        .orElse(other);
  }

  private static Optional<Query> identified(SearchText text) {
    return PaperIdentifier.in(text.text())
        .map(identifier -> IdentifierQuery.of(identifier, IDENTIFIER_BOOST));
  }

  private static List<Query> ranking(SearchText text) {
    String words = text.wantedWords();
    List<Query> ranking = new ArrayList<>();
    identified(text).ifPresent(ranking::add);
    ranking.add(
        Query.of(
            q ->
                q.combinedFields(
                    c ->
                        c.query(words)
                            .fields("title^3", "abstract")
                            .operator(CombinedFieldsOperator.Or))));
    ranking.add(QueryBuilders.match(m -> m.field("title.exact").query(words)));
    ranking.add(QueryBuilders.match(m -> m.field("authors.name").query(words)));
    ranking.add(
        QueryBuilders.matchPhrase(m -> m.field("title.exact").query(words).boost(TITLE_BOOST)));
    ranking.add(QueryBuilders.matchPhrase(m -> m.field("abstract").query(words)));
    return ranking;
  }
}
