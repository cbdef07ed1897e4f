package io.paperflow.search.elastic;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.SourceConfig;
import io.paperflow.catalogue.query.Cursor;
import io.paperflow.catalogue.query.Detail;
import io.paperflow.catalogue.query.Matching;
import io.paperflow.catalogue.query.Order;
import io.paperflow.elastic.IndexNames;
import java.util.List;

/** One page of a search as a request to Elasticsearch. */
final class PageRequest {

  /** What of a document is a paper; the rest is the indexer's own. */
  static final SourceConfig SHOWN =
      SourceConfig.of(s -> s.filter(f -> f.excludes("statements", "facts")));

  /** No repository loses more stars a week. */
  private static final long NONE = -1_000_000;

  private PageRequest() {}

  /** Asks for one hit more than the page has: it tells whether there is another page. */
  static SearchRequest of(
      io.paperflow.catalogue.query.SearchRequest request, Cursor start, Head head) {
    boolean whole = request.detail() == Detail.WHOLE;
    SearchRequest.Builder page =
        new SearchRequest.Builder()
            .query(head.before(ranked(request, query(request, start.matching()))))
            .sort(sort(request.order()))
            .size(request.size() + 1)
            .trackTotalHits(t -> t.enabled(whole || start.after().isEmpty()))
            .allowPartialSearchResults(false)
            .source(SHOWN);
    if (whole) {
      page.aggregations(FacetAggregations.request());
    }
    if (whole && !request.text().isEmpty()) {
      page.highlight(Highlights.of(request.text(), start.matching()));
    }
    if (!start.after().isEmpty()) {
      page.searchAfter(start.after().stream().map(FieldValue::of).toList());
    }
    start
        .snapshot()
        .ifPresentOrElse(
            id -> page.pit(p -> p.id(id).keepAlive(Snapshots.keepAlive())),
            () -> page.index(IndexNames.PAPERS));
    return page.build();
  }

  /**
   * Asks for papers by their ids, with what of them is shown; their words are marked as in any
   * page.
   */
  static SearchRequest of(
      io.paperflow.catalogue.query.SearchRequest request, Cursor start, List<String> ids) {
    List<FieldValue> values = ids.stream().map(FieldValue::of).toList();
    SearchRequest.Builder page =
        new SearchRequest.Builder()
            .query(
                q ->
                    q.bool(
                        b ->
                            b.filter(f -> f.terms(t -> t.field("id").terms(v -> v.value(values))))
                                .should(PaperQuery.of(request.text(), start.matching()))))
            .size(ids.size())
            .trackTotalHits(t -> t.enabled(false))
            .allowPartialSearchResults(false)
            .highlight(Highlights.of(request.text(), start.matching()))
            .source(SHOWN);
    start
        .snapshot()
        .ifPresentOrElse(
            id -> page.pit(p -> p.id(id).keepAlive(Snapshots.keepAlive())),
            () -> page.index(IndexNames.PAPERS));
    return page.build();
  }

  static Query ranked(io.paperflow.catalogue.query.SearchRequest request, Query query) {
    return request.order() == Order.RELEVANCE ? Signals.with(query) : query;
  }

  static Query query(io.paperflow.catalogue.query.SearchRequest request, Matching matching) {
    return Query.of(
        q ->
            q.bool(
                b ->
                    b.must(PaperQuery.of(request.text(), matching))
                        .filter(FilterQueries.of(request.filters()))));
  }

  /** Total orders: every paper has an id of its own. */
  static List<SortOptions> sort(Order order) {
    return switch (order) {
      case RELEVANCE ->
          List.of(
              SortOptions.of(s -> s.score(v -> v.order(SortOrder.Desc))), by("id", SortOrder.Asc));
      case DATE ->
          List.of(
              by("published", SortOrder.Desc),
              by("firstSeen", SortOrder.Desc),
              by("id", SortOrder.Asc));
      case STARS -> List.of(counted("code.stars"), by("id", SortOrder.Asc));
      case ARRIVAL -> List.of(by("firstSeen", SortOrder.Desc), by("id", SortOrder.Asc));
      case VOTES -> List.of(counted("daily.upvotes"), by("id", SortOrder.Asc));
      case GROWTH -> List.of(counted("code.starsPerWeek"), by("id", SortOrder.Asc));
    };
  }

  /** What has none lies below any number, under a value that a cursor can hold. */
  private static SortOptions counted(String field) {
    return SortOptions.of(s -> s.field(f -> f.field(field).order(SortOrder.Desc).missing(NONE)));
  }

  private static SortOptions by(String field, SortOrder order) {
    return SortOptions.of(
        s ->
            s.field(
                f ->
                    order == SortOrder.Desc
                        // What has no date comes last, under a value that a cursor can hold.
                        ? f.field(field).order(order).missing(0L)
                        : f.field(field).order(order)));
  }
}
