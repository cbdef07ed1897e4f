package io.paperflow.search.elastic;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.TotalHits;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.paperflow.catalogue.paper.Paper;
import io.paperflow.catalogue.query.Cursor;
import io.paperflow.catalogue.query.Hit;
import io.paperflow.catalogue.query.MarkedText;
import io.paperflow.catalogue.query.SearchRequest;
import io.paperflow.catalogue.query.SearchResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Reads the answers of Elasticsearch. Thread-safe. */
final class PageReader {

  private final ObjectReader papers;

  PageReader(ObjectMapper mapper) {
    papers =
        mapper.readerFor(Paper.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }

  SearchResult page(SearchRequest request, Cursor start, SearchResponse<ObjectNode> answer) {
    var all = answer.hits().hits();
    var hits = all.subList(0, Math.min(request.size(), all.size()));
    Optional<Cursor> next =
        all.size() > hits.size()
            ? Optional.of(
                new Cursor(
                    request.fingerprint(),
                    start.matching(),
                    Optional.ofNullable(answer.pitId()),
                    after(request, hits.getLast())))
            : Optional.empty();
    return new SearchResult(
        Optional.ofNullable(answer.hits().total()).map(TotalHits::value).orElse(0L),
        start.matching(),
        hits.stream().map(this::hit).toList(),
        FacetAggregations.read(answer.aggregations()),
        next);
  }

  /**
   * A page of papers that were asked for by their ids, of which the last may be the next page's.
   */
  SearchResult page(
      SearchRequest request,
      Cursor start,
      Head head,
      List<co.elastic.clients.elasticsearch.core.search.Hit<ObjectNode>> all,
      Optional<String> snapshot) {
    List<Hit> hits =
        all.subList(0, Math.min(request.size(), all.size())).stream().map(this::hit).toList();
    Optional<Cursor> next =
        all.size() > hits.size()
            ? Optional.of(
                new Cursor(
                    request.fingerprint(),
                    start.matching(),
                    snapshot,
                    head.sortValues(hits.getLast().paper().id())))
            : Optional.empty();
    return new SearchResult(
        head.overview().orElseThrow().total(),
        start.matching(),
        hits,
        head.overview().orElseThrow().facets(),
        next);
  }

  /** Without the tie-break which Elasticsearch adds in a snapshot: it means nothing outside. */
  private static List<String> after(
      SearchRequest request, co.elastic.clients.elasticsearch.core.search.Hit<ObjectNode> last) {
    return last.sort().stream()
        .limit(PageRequest.sort(request.order()).size())
        .map(PageReader::text)
        .toList();
  }

  /** The id of a paper. */
  static String id(co.elastic.clients.elasticsearch.core.search.Hit<ObjectNode> hit) {
    return Optional.ofNullable(hit.source()).map(s -> s.path("id").asText()).orElse("");
  }

  Paper paper(co.elastic.clients.elasticsearch.core.search.Hit<ObjectNode> hit) {
    try {
      return papers.readValue(Optional.ofNullable(hit.source()).orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException("the document " + hit.id() + " is no paper", e);
    }
  }

  private Hit hit(co.elastic.clients.elasticsearch.core.search.Hit<ObjectNode> hit) {
    return new Hit(
        paper(hit),
        Optional.ofNullable(hit.score()).filter(Double::isFinite),
        hit.highlight().getOrDefault("title", List.of()).stream().findFirst().map(MarkedText::of),
        hit.highlight().getOrDefault("abstract", List.of()).stream().map(MarkedText::of).toList());
  }

  private static String text(FieldValue value) {
    return switch (value._kind()) {
      case Double -> Float.toString((float) value.doubleValue());
      case Long -> Long.toString(value.longValue());
      case String -> value.stringValue();
      case Boolean, Null, Any -> value._toJsonString();
    };
  }
}
