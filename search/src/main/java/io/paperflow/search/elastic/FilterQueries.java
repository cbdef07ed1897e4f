package io.paperflow.search.elastic;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import io.paperflow.search.query.Filters;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

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
                    Query.of(
                        q ->
                            q.range(
                                r ->
                                    r.number(
                                        n -> n.field("code.stars").gte(value.doubleValue()))))));
    if (filters.from().isPresent() || filters.to().isPresent()) {
      queries.add(published(filters));
    }
    return queries;
  }

  private static Query term(String field, String value) {
    return Query.of(q -> q.term(t -> t.field(field).value(value)));
  }

  private static Query published(Filters filters) {
    return Query.of(
        q ->
            q.range(
                r ->
                    r.date(
                        d -> {
                          d.field("published").format("strict_date");
                          filters.from().map(LocalDate::toString).ifPresent(d::gte);
                          // Rounded up by Elasticsearch to the last millisecond of the day.
                          filters.to().map(LocalDate::toString).ifPresent(d::lte);
                          return d;
                        })));
  }
}
