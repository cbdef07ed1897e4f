package io.paperflow.search.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.MsearchRequest;
import co.elastic.clients.elasticsearch.core.msearch.MultiSearchItem;
import co.elastic.clients.elasticsearch.core.msearch.MultiSearchResponseItem;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.core.search.TotalHits;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.paperflow.catalogue.query.Matching;
import io.paperflow.catalogue.query.ReciprocalRanks;
import io.paperflow.catalogue.query.SearchRequest;
import io.paperflow.elastic.IndexNames;
import io.paperflow.search.elastic.Head.Overview;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Fuses the ranks that words give with those of meaning. Thread-safe. */
final class Heads {

  /** Ranks of the words that count; what is beyond has next to nothing of the fusion. */
  private static final int WORDS = 100;

  private final ElasticsearchClient client;

  Heads(ElasticsearchClient client) {
    this.client = client;
  }

  /**
   * The head of a search.
   *
   * @param readings how the words may be read; the first one that finds anything counts
   * @param near keys of papers, the nearest first; at least one
   */
  Head of(SearchRequest request, List<Matching> readings, List<String> near) throws IOException {
    List<String> meant = List.of();
    Optional<Overview> overview = Optional.empty();
    for (Matching matching : readings) {
      List<MultiSearchResponseItem<ObjectNode>> answers = ask(request, matching, near);
      List<String> words =
          hits(answers.getFirst()).map(hit -> hit.source().path("id").asText()).toList();
      meant = inOrder(hits(answers.get(1)).map(Hit::source).toList(), near);
      overview = Optional.of(overview(answers.getLast()));
      if (!words.isEmpty()) {
        return new Head(matching, ReciprocalRanks.fuse(List.of(words, meant)), overview);
      }
    }
    return meant.isEmpty()
        ? Head.words(readings.getLast())
        : new Head(Matching.MEANING, meant, overview);
  }

  private List<MultiSearchResponseItem<ObjectNode>> ask(
      SearchRequest request, Matching matching, List<String> near) throws IOException {
    Query found = PageRequest.query(request, matching);
    Query words = PageRequest.ranked(request, found);
    Query named = named(request, near);
    // Nothing of it is ranked, so that it costs little beside the ranks of the words.
    Query all =
        Query.of(q -> q.bool(b -> b.filter(f -> f.bool(e -> e.should(found).should(named)))));
    MsearchRequest three =
        MsearchRequest.of(
            m ->
                m.index(IndexNames.PAPERS)
                    .searches(
                        s ->
                            s.header(h -> h)
                                .body(
                                    b ->
                                        b.query(words)
                                            .sort(PageRequest.sort(request.order()))
                                            .size(WORDS)
                                            .trackTotalHits(t -> t.enabled(false))
                                            .source(f -> f.filter(i -> i.includes("id")))))
                    .searches(
                        s ->
                            s.header(h -> h)
                                .body(
                                    b ->
                                        b.query(named)
                                            .size(NearTexts.MOST)
                                            .trackTotalHits(t -> t.enabled(false))
                                            .source(
                                                f -> f.filter(i -> i.includes("id", "aliases")))))
                    .searches(
                        s ->
                            s.header(h -> h)
                                .body(
                                    b ->
                                        b.query(all)
                                            .size(0)
                                            .trackTotalHits(t -> t.enabled(true))
                                            .aggregations(FacetAggregations.request()))));
    return client.msearch(three, ObjectNode.class).responses();
  }

  /** The papers of these keys that the search may show. */
  private static Query named(SearchRequest request, List<String> keys) {
    List<FieldValue> values = keys.stream().map(FieldValue::of).toList();
    return Query.of(
        q ->
            q.bool(
                b ->
                    b.filter(PaperQuery.allowed(request.text()))
                        .filter(FilterQueries.of(request.filters()))
                        .should(s -> s.terms(t -> t.field("id").terms(v -> v.value(values))))
                        .should(s -> s.terms(t -> t.field("aliases").terms(v -> v.value(values))))
                        .minimumShouldMatch("1")));
  }

  private static Overview overview(MultiSearchResponseItem<ObjectNode> answer) throws IOException {
    var result = answered(answer);
    return new Overview(
        Optional.ofNullable(result.hits().total()).map(TotalHits::value).orElse(0L),
        FacetAggregations.read(result.aggregations()));
  }

  private static Stream<Hit<ObjectNode>> hits(MultiSearchResponseItem<ObjectNode> answer)
      throws IOException {
    return answered(answer).hits().hits().stream().filter(hit -> hit.source() != null);
  }

  private static MultiSearchItem<ObjectNode> answered(MultiSearchResponseItem<ObjectNode> answer)
      throws IOException {
    if (answer.isFailure()) {
      throw new IOException("Elasticsearch answers " + answer.failure().error().reason());
    }
    return answer.result();
  }

  /** Ids of papers in the order of their nearest keys. */
  private static List<String> inOrder(List<ObjectNode> papers, List<String> keys) {
    Map<String, Integer> places = new HashMap<>();
    keys.forEach(key -> places.putIfAbsent(key, places.size()));
    Map<String, Integer> found = new HashMap<>();
    for (ObjectNode paper : papers) {
      names(paper)
          .flatMap(name -> Optional.ofNullable(places.get(name)).stream())
          .min(Comparator.naturalOrder())
          .ifPresent(place -> found.merge(paper.path("id").asText(), place, Math::min));
    }
    List<Map.Entry<String, Integer>> entries = new ArrayList<>(found.entrySet());
    entries.sort(Map.Entry.comparingByValue());
    return entries.stream().map(Map.Entry::getKey).toList();
  }

  private static Stream<String> names(ObjectNode paper) {
    JsonNode aliases = paper.path("aliases");
    return Stream.concat(
        Stream.of(paper.path("id").asText()),
        aliases.isArray()
            ? aliases.valueStream().map(JsonNode::asText)
            : Stream.of(aliases.asText()));
  }
}
