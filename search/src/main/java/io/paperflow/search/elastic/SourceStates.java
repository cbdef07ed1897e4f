package io.paperflow.search.elastic;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import io.paperflow.catalogue.query.SourceState;
import io.paperflow.elastic.IndexNames;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What each source has brought. */
final class SourceStates {

  private static final String SOURCES = "sources";
  private static final String ARRIVAL = "arrival";
  private static final String PUBLISHED = "published";
  private static final int MOST = 100;

  private SourceStates() {}

  static SearchRequest request() {
    return SearchRequest.of(
        s ->
            s.index(IndexNames.PAPERS)
                .size(0)
                .aggregations(
                    SOURCES,
                    a ->
                        a.terms(t -> t.field("sources").size(MOST))
                            .aggregations(
                                Map.of(
                                    ARRIVAL,
                                    newest("firstSeen"),
                                    PUBLISHED,
                                    newest("published")))));
  }

  static List<SourceState> of(Map<String, Aggregate> answer) {
    return Optional.ofNullable(answer.get(SOURCES))
        .orElseThrow()
        .sterms()
        .buckets()
        .array()
        .stream()
        .map(
            bucket ->
                new SourceState(
                    bucket.key().stringValue(),
                    bucket.docCount(),
                    time(bucket, ARRIVAL),
                    time(bucket, PUBLISHED)))
        .toList();
  }

  private static Aggregation newest(String field) {
    return Aggregation.of(a -> a.max(m -> m.field(field)));
  }

  private static Optional<Instant> time(StringTermsBucket bucket, String name) {
    return Optional.ofNullable(bucket.aggregations().get(name))
        .map(aggregate -> aggregate.max().value())
        .filter(Double::isFinite)
        .map(millis -> Instant.ofEpochMilli(millis.longValue()));
  }
}
