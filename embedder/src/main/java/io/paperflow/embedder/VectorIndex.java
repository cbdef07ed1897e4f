package io.paperflow.embedder;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import io.paperflow.elastic.IndexNames;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The index of vectors: facts about texts, which nothing ever makes wrong. Any order and any
 * repetition of writes gives the same index. Thread-safe; several starters at once make one index.
 */
final class VectorIndex {

  private static final String DEFINITION = "/index/vectors.json";
  private static final String EXISTS = "resource_already_exists_exception";

  private final ElasticsearchClient client;
  private volatile boolean there;

  /** The index in this cluster; asks nothing yet. */
  VectorIndex(ElasticsearchClient client) {
    this.client = client;
  }

  /**
   * A vector of a text of a paper.
   *
   * @param paper the paper's key
   * @param values -127 to 127
   */
  record Vector(String id, String paper, List<Integer> values) {

    Vector {
      values = List.copyOf(values);
    }
  }

  /** Makes the index if there is none. */
  void ensure() throws IOException {
    if (there) {
      return;
    }
    if (!client.indices().exists(e -> e.index(IndexNames.VECTORS)).value()) {
      try (InputStream in =
          Optional.ofNullable(VectorIndex.class.getResourceAsStream(DEFINITION)).orElseThrow()) {
        client.indices().create(c -> c.index(IndexNames.VECTORS).withJson(in));
      } catch (ElasticsearchException e) {
        if (!EXISTS.equals(e.error().type())) {
          throw e;
        }
      }
    }
    there = true;
  }

  /** Those of the ids that are there. */
  Set<String> known(List<String> ids) throws IOException {
    Set<String> known = new HashSet<>();
    if (!ids.isEmpty()) {
      client
          .mget(m -> m.index(IndexNames.VECTORS).ids(ids).source(s -> s.fetch(false)), Void.class)
          .docs()
          .stream()
          .filter(doc -> doc.isResult() && doc.result().found())
          .forEach(doc -> known.add(doc.result().id()));
    }
    return known;
  }

  /** Writes vectors; the reasons of those that were refused, by id, with their status. */
  Map<String, Refusal> write(List<Vector> vectors) throws IOException {
    if (vectors.isEmpty()) {
      return Map.of();
    }
    BulkRequest.Builder bulk = new BulkRequest.Builder().index(IndexNames.VECTORS);
    for (Vector vector : vectors) {
      bulk.operations(
          o ->
              o.index(
                  i ->
                      i.id(vector.id())
                          .document(Map.of("paper", vector.paper(), "vector", vector.values()))));
    }
    BulkResponse response = client.bulk(bulk.build());
    Map<String, Refusal> refused = new LinkedHashMap<>();
    for (BulkResponseItem item : response.items()) {
      if (item.error() != null) {
        refused.put(
            String.valueOf(item.id()),
            new Refusal(item.status(), String.valueOf(item.error().reason())));
        there &= item.status() != 404;
      }
    }
    return refused;
  }

  /** Why a vector was not written. */
  record Refusal(int status, String reason) {}

  /** Somebody may have deleted it. */
  void doubt() {
    there = false;
  }
}
