package io.paperflow.search.elastic;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.CalendarInterval;
import co.elastic.clients.util.NamedValue;
import io.paperflow.catalogue.query.Facets;
import io.paperflow.catalogue.query.Facets.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Facets as aggregations, and back. */
final class FacetAggregations {

  private static final String SOURCE = "source";
  private static final String CATEGORY = "category";
  private static final String CODE = "code";
  private static final String YEAR = "year";
  private static final String LANGUAGE = "language";
  private static final String LICENSE = "license";
  private static final int MOST_VALUES = 20;

  private FacetAggregations() {}

  static Map<String, Aggregation> request() {
    return Map.of(
        SOURCE,
        terms("sources"),
        CATEGORY,
        terms("categories"),
        LANGUAGE,
        terms("code.language"),
        LICENSE,
        terms("code.license"),
        CODE,
        Aggregation.of(a -> a.terms(t -> t.field("hasCode"))),
        YEAR,
        Aggregation.of(
            a ->
                a.dateHistogram(
                    h ->
                        h.field("published")
                            .calendarInterval(CalendarInterval.Year)
                            .format("yyyy")
                            .minDocCount(1)
                            .order(NamedValue.of("_key", SortOrder.Desc)))));
  }

  private static Aggregation terms(String field) {
    return Aggregation.of(a -> a.terms(t -> t.field(field).size(MOST_VALUES)));
  }

  static Facets read(Map<String, Aggregate> answer) {
    if (answer.isEmpty()) {
      return Facets.NONE;
    }
    return new Facets(
        strings(of(answer, SOURCE)),
        strings(of(answer, CATEGORY)),
        of(answer, CODE).lterms().buckets().array().stream()
            .map(bucket -> new Value(bucket.keyAsString(), bucket.docCount()))
            .toList(),
        of(answer, YEAR).dateHistogram().buckets().array().stream()
            .map(bucket -> new Value(bucket.keyAsString(), bucket.docCount()))
            .toList(),
        strings(of(answer, LANGUAGE)),
        strings(of(answer, LICENSE)));
  }

  private static Aggregate of(Map<String, Aggregate> answer, String name) {
    return Optional.ofNullable(answer.get(name)).orElseThrow();
  }

  private static List<Value> strings(Aggregate answer) {
    return answer.sterms().buckets().array().stream()
        .map(bucket -> new Value(bucket.key().stringValue(), bucket.docCount()))
        .toList();
  }
}
