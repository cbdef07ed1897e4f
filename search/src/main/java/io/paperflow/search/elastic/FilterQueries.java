package io.paperflow.search.elastic;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.paperflow.catalogue.query.Filters;
import io.paperflow.catalogue.query.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Filters as queries. */
final class FilterQueries {

  private FilterQueries() {}

  static List<Query> of(Filters filters) {
    List<Query> queries = new ArrayList<>();
    filters.source().ifPresent(value -> queries.add(term("sources", value)));
    filters.category().ifPresent(value -> queries.add(term("categories", value)));
    filters
        .hasCode()
        .ifPresent(
            value -> queries.add(Query.of(q -> q.term(t -> t.field("hasCode").value(value)))));
    filters.language().ifPresent(value -> queries.add(term("code.language", value)));
    filters.license().ifPresent(value -> queries.add(term("code.license", value)));
    filters
        .minStars()
        .ifPresent(
            value ->
                queries.add(
                    ConditionQueries.counts(
                        "code.stars", new Span<>(Optional.of(value), Optional.empty()))));
    if (filters.from().isPresent() || filters.to().isPresent()) {
      queries.add(ConditionQueries.published(new Span<>(filters.from(), filters.to())));
    }
    return queries;
  }

  private static Query term(String field, String value) {
    return Query.of(q -> q.term(t -> t.field(field).value(value)));
  }
}
