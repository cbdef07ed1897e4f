package io.paperflow.indexer.index;

import static io.paperflow.pipeline.FailureCategory.FATAL;
import static io.paperflow.pipeline.FailureCategory.OVERLOAD;
import static io.paperflow.pipeline.FailureCategory.PERMANENT;
import static io.paperflow.pipeline.FailureCategory.TRANSIENT;

import io.paperflow.pipeline.Failure;
import io.paperflow.pipeline.FailureCategory;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an error of Elasticsearch means, for whole requests and for single items alike. The type
 * decides before the status: a full disk answers 429 like an overload, and a block 403 like refused
 * credentials.
 */
final class BulkVerdicts {

  /**
   * One line of the table.
   *
   * @param meaning what it means and what to do
   */
  private record Rule(String code, FailureCategory category, String meaning) {}

  private static final Rule OVERLOADED =
      new Rule("elasticsearch-overloaded", OVERLOAD, "Elasticsearch asks for less at a time");
  private static final Rule BLOCKED =
      new Rule(
          "elasticsearch-blocked",
          TRANSIENT,
          "the index takes no writes (disk full, read-only or closed): free disk space or lift the"
              + " block, writing goes on by itself");
  private static final Rule NO_SHARD =
      new Rule(
          "elasticsearch-shard-missing",
          TRANSIENT,
          "the index's primary shard is missing: see GET _cluster/allocation/explain");
  private static final Rule NO_INDEX =
      new Rule("elasticsearch-index-missing", TRANSIENT, "the index is missing, it is made again");
  private static final Rule DOCUMENT_REFUSED =
      new Rule(
          "elasticsearch-refuses-document", PERMANENT, "Elasticsearch cannot index this document");
  private static final Rule ACCESS_REFUSED =
      new Rule(
          "elasticsearch-refuses-access",
          FATAL,
          "Elasticsearch refuses the credentials or the right to write: check"
              + " paperflow.elasticsearch and the role");
  private static final Rule TOO_LARGE =
      new Rule(
          "elasticsearch-document-too-large",
          PERMANENT,
          "even alone in a request the document is too large: raise http.max_content_length, or the"
              + " limit of the proxy before it");
  private static final Rule UNAVAILABLE =
      new Rule("elasticsearch-unavailable", TRANSIENT, "Elasticsearch cannot serve this now");
  private static final Rule UNEXPECTED =
      new Rule(
          "elasticsearch-unexpected-answer",
          TRANSIENT,
          "no answer Elasticsearch gives to a bulk: is paperflow.elasticsearch.uris its address?");

  private static final Map<String, Rule> BY_TYPE =
      byType(
          Map.of(
              OVERLOADED,
              List.of("es_rejected_execution_exception", "circuit_breaking_exception"),
              BLOCKED,
              List.of("cluster_block_exception", "index_closed_exception"),
              NO_SHARD,
              List.of("unavailable_shards_exception", "no_shard_available_action_exception"),
              NO_INDEX,
              List.of("index_not_found_exception"),
              ACCESS_REFUSED,
              List.of("security_exception"),
              DOCUMENT_REFUSED,
              List.of(
                  "mapper_parsing_exception",
                  "document_parsing_exception",
                  "strict_dynamic_mapping_exception",
                  "illegal_argument_exception",
                  "action_request_validation_exception")));

  private BulkVerdicts() {}

  /** What an error means. */
  static Failure of(ElasticsearchError error) {
    Rule rule = error.type().map(BY_TYPE::get).orElse(null);
    return failure(rule == null ? byStatus(error) : rule, error.toString());
  }

  /** What it means that a stored document cannot be read: no fault of the item to be written. */
  static Failure whileReading(ElasticsearchError error) {
    Failure failure = of(error);
    return failure.category() == PERMANENT ? failure(UNAVAILABLE, error.toString()) : failure;
  }

  /** What the lack of a complete answer means; the write may or may not have happened. */
  static Failure of(IOException e) {
    boolean timeout = e instanceof SocketTimeoutException;
    return Failure.transientFailure(
        timeout ? "elasticsearch-timeout" : "elasticsearch-connection-failed",
        "Elasticsearch gave no complete answer: " + e.getMessage());
  }

  /** An answer of status 200 that does not say what became of each item. */
  static Failure malformed(String what) {
    return failure(UNEXPECTED, what);
  }

  /** Whether the layout has to be made before the next try. */
  static boolean isIndexMissing(Failure failure) {
    return failure.code().equals(NO_INDEX.code);
  }

  private static Rule byStatus(ElasticsearchError error) {
    return switch (error.status()) {
      case 429 -> OVERLOADED;
      case 401, 403 -> ACCESS_REFUSED;
      case 413 -> TOO_LARGE;
      case 400 -> error.type().isPresent() ? DOCUMENT_REFUSED : UNEXPECTED;
      default -> error.status() >= 500 ? UNAVAILABLE : UNEXPECTED;
    };
  }

  private static Failure failure(Rule rule, String detail) {
    return new Failure(rule.code, rule.category, rule.meaning + " (" + detail + ")");
  }

  private static Map<String, Rule> byType(Map<Rule, List<String>> types) {
    Map<String, Rule> rules = new HashMap<>();
    types.forEach((rule, names) -> names.forEach(name -> rules.put(name, rule)));
    return Map.copyOf(rules);
  }
}
