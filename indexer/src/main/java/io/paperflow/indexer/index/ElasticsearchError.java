package io.paperflow.indexer.index;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * An error as Elasticsearch tells it, of a request or of an item.
 *
 * @param status of HTTP
 * @param type such as {@code es_rejected_execution_exception}; empty when it was no answer of
 *     Elasticsearch, but of something before it
 * @param reason in words, cut to a bounded length
 */
record ElasticsearchError(int status, Optional<String> type, String reason) {

  private static final int LONGEST_REASON = 1000;

  /** From the object {@code error} of an answer; missing parts are no problem. */
  static ElasticsearchError of(int status, JsonNode error) {
    JsonNode type = error.path("type");
    String cause = error.path("caused_by").path("reason").asText("");
    String reason = error.path("reason").asText("") + (cause.isEmpty() ? "" : ": " + cause);
    return new ElasticsearchError(
        status,
        type.isTextual() ? Optional.of(type.textValue()) : Optional.empty(),
        reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason);
  }

  boolean is(String otherType) {
    return type.filter(otherType::equals).isPresent();
  }

  @Override
  public String toString() {
    return "status %d, %s: %s".formatted(status, type.orElse("no error type"), reason);
  }
}
