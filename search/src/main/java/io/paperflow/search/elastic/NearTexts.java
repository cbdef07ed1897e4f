package io.paperflow.search.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import io.paperflow.catalogue.paper.PaperIdentifier;
import io.paperflow.catalogue.query.Clause.Word;
import io.paperflow.catalogue.query.Order;
import io.paperflow.catalogue.query.SearchText;
import io.paperflow.elastic.IndexNames;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Papers whose texts mean what somebody looks for, whatever their words are. Thread-safe. */
final class NearTexts {

  /** Most papers that meaning alone can bring. */
  static final int MOST = 100;

  private static final int CANDIDATES = 200;

  /** The least cosine: what is farther away has nothing to do with the text. */
  private static final float SIMILARITY = 0.3f;

  private static final Duration LOOKED_AFTER = Duration.ofSeconds(30);

  private final ElasticsearchClient client;
  private final QueryModel model;
  private final InstantSource clock;
  private boolean there;
  private Instant looked = Instant.MIN;

  NearTexts(ElasticsearchClient client, QueryModel model, InstantSource clock) {
    this.client = client;
    this.model = model;
    this.clock = clock;
  }

  /**
   * Keys of papers, the nearest first; none where words alone decide: in another order than by
   * relevance, for a phrase or an identifier, without a model or vectors.
   */
  List<String> to(io.paperflow.catalogue.query.SearchRequest request) {
    SearchText text = request.text();
    boolean meant =
        request.order() == Order.RELEVANCE
            && text.wanted().stream().allMatch(Word.class::isInstance)
            && PaperIdentifier.in(text.text()).isEmpty();
    if (!meant || !model.isWanted() || !isThere()) {
      return List.of();
    }
    return model.vector(text.wantedWords()).map(this::nearest).orElseGet(List::of);
  }

  /** Looks at most every half minute: most searches should not pay for it. */
  private synchronized boolean isThere() {
    Instant now = clock.instant();
    if (!there && looked.isBefore(now.minus(LOOKED_AFTER))) {
      looked = now;
      try {
        there = client.indices().exists(e -> e.index(IndexNames.VECTORS)).value();
      } catch (IOException | ElasticsearchException _) {
        // The search itself will say it.
      }
    }
    return there;
  }

  /** Trouble with the vectors is no trouble for a search by words. */
  private List<String> nearest(byte[] vector) {
    List<Float> numbers = new ArrayList<>(vector.length);
    for (byte value : vector) {
      numbers.add((float) value);
    }
    SearchRequest request =
        SearchRequest.of(
            s ->
                s.index(IndexNames.VECTORS)
                    .ignoreUnavailable(true)
                    .knn(
                        k ->
                            k.field("vector")
                                .queryVector(numbers)
                                .k(MOST)
                                .numCandidates(CANDIDATES)
                                .similarity(SIMILARITY))
                    .size(MOST)
                    .trackTotalHits(t -> t.enabled(false))
                    .source(f -> f.fetch(false))
                    .docvalueFields(d -> d.field("paper")));
    try {
      return client.search(request, Void.class).hits().hits().stream()
          .map(hit -> hit.fields().get("paper"))
          .filter(Objects::nonNull)
          .map(field -> field.toJson().asJsonArray().getJsonString(0).getString())
          .distinct()
          .toList();
    } catch (IOException | ElasticsearchException _) {
      return List.of();
    }
  }
}
