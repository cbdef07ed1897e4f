package io.paperflow.search.elastic;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import io.paperflow.catalogue.query.IndexUnavailableException;
import java.io.IOException;
import java.util.Set;

/** What failures of Elasticsearch mean. */
final class ElasticFailures {

  /** A snapshot that ended, or lies on a node or in an index which is gone. */
  private static final Set<String> SNAPSHOT_GONE =
      Set.of("search_context_missing_exception", "resource_not_found_exception");

  private ElasticFailures() {}

  static IndexUnavailableException unavailable(IOException e) {
    return new IndexUnavailableException("The search index does not answer right now.", e);
  }

  /** The failure as callers are to see it: passing ones as such, faults of our own unchanged. */
  static RuntimeException of(ElasticsearchException e) {
    int status = e.status();
    if (status == 404) {
      return new IndexUnavailableException(
          "The search index does not exist yet; it is made when the indexer starts.", e);
    }
    boolean passing = status == 429 || status >= 500 || status == 401 || status == 403;
    return passing
        ? new IndexUnavailableException("The search index cannot answer right now.", e)
        : e;
  }

  static boolean isSnapshotGone(ElasticsearchException e) {
    return e.status() == 404
        && (SNAPSHOT_GONE.contains(String.valueOf(e.error().type()))
            || e.error().rootCause().stream()
                .anyMatch(cause -> SNAPSHOT_GONE.contains(String.valueOf(cause.type()))));
  }
}
