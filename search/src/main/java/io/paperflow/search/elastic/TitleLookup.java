package io.paperflow.search.elastic;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.paperflow.elastic.IndexNames;
import java.io.IOException;
import java.util.Locale;

/** Tells whether a text is the whole title of a paper. Thread-safe. */
final class TitleLookup {

  /**
   * Titles which hold the text, the shortest first as BM25 has it: the text itself is among them.
   */
  private static final int CANDIDATES = 5;

  private final ElasticsearchClient client;

  TitleLookup(ElasticsearchClient client) {
    this.client = client;
  }

  boolean has(String text) throws IOException {
    return client
        .search(
            s ->
                s.index(IndexNames.PAPERS)
                    .query(q -> q.matchPhrase(m -> m.field("title.exact").query(text)))
                    .size(CANDIDATES)
                    .trackTotalHits(t -> t.enabled(false))
                    .source(f -> f.filter(i -> i.includes("title"))),
            ObjectNode.class)
        .hits()
        .hits()
        .stream()
        .anyMatch(
            hit ->
                hit.source() != null
                    && normal(hit.source().path("title").asText()).equals(normal(text)));
  }

  private static String normal(String title) {
    return title.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
