package io.paperflow.standalone;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import io.paperflow.elastic.ElasticsearchConnection;
import io.paperflow.elastic.IndexNames;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What is searchable. */
final class PaperIndex {

  /**
   * How much is searchable.
   *
   * @param papers documents
   * @param withCode those with code
   * @param links distinct links of each paper, added up
   */
  record Counts(long papers, long withCode, long links) {}

  private final ElasticsearchClient client;

  PaperIndex(ElasticsearchConnection connection) {
    client = connection.client();
  }

  /** Makes all that was written searchable; false when there is no index yet. */
  boolean refresh() throws Refusal {
    try {
      client.indices().refresh(r -> r.index(IndexNames.PAPERS));
      return true;
    } catch (ElasticsearchException e) {
      return false;
    } catch (IOException e) {
      throw unreachable(e);
    }
  }

  /** The counts; all zero when there is no index yet. */
  Counts counts() throws Refusal {
    try {
      var answer =
          client.search(
              s ->
                  s.index(IndexNames.PAPERS)
                      .size(0)
                      .trackTotalHits(t -> t.enabled(true))
                      .aggregations(
                          "code", a -> a.filter(f -> f.term(t -> t.field("hasCode").value(true))))
                      .aggregations("links", a -> a.valueCount(v -> v.field("links.url"))),
              Void.class);
      var total = answer.hits().total();
      var code = answer.aggregations().get("code");
      var links = answer.aggregations().get("links");
      return new Counts(
          total == null ? 0 : total.value(),
          code == null ? 0 : code.filter().docCount(),
          links == null ? 0 : whole(links.valueCount().value()));
    } catch (ElasticsearchException e) {
      return new Counts(0, 0, 0);
    } catch (IOException e) {
      throw unreachable(e);
    }
  }

  private static long whole(@Nullable Double value) {
    return value == null ? 0 : value.longValue();
  }

  private static Refusal unreachable(IOException e) {
    return Refusal.failed("Elasticsearch does not answer: " + e.getMessage());
  }
}
