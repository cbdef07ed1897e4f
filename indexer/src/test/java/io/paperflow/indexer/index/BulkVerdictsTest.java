package io.paperflow.indexer.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.paperflow.pipeline.Failure;
import io.paperflow.pipeline.FailureCategory;
import java.io.IOException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BulkVerdictsTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          429, es_rejected_execution_exception,     OVERLOAD,  elasticsearch-overloaded
          429, circuit_breaking_exception,          OVERLOAD,  elasticsearch-overloaded
          429, '',                                  OVERLOAD,  elasticsearch-overloaded
          429, cluster_block_exception,             TRANSIENT, elasticsearch-blocked
          403, cluster_block_exception,             TRANSIENT, elasticsearch-blocked
          400, index_closed_exception,              TRANSIENT, elasticsearch-blocked
          503, unavailable_shards_exception,        TRANSIENT, elasticsearch-shard-missing
          503, no_shard_available_action_exception, TRANSIENT, elasticsearch-shard-missing
          404, index_not_found_exception,           TRANSIENT, elasticsearch-index-missing
          503, master_not_discovered_exception,     TRANSIENT, elasticsearch-unavailable
          500, null_pointer_exception,              TRANSIENT, elasticsearch-unavailable
          502, '',                                  TRANSIENT, elasticsearch-unavailable
          504, '',                                  TRANSIENT, elasticsearch-unavailable
          404, '',                                  TRANSIENT, elasticsearch-unexpected-answer
          400, '',                                  TRANSIENT, elasticsearch-unexpected-answer
          301, '',                                  TRANSIENT, elasticsearch-unexpected-answer
          406, media_type_header_exception,         TRANSIENT, elasticsearch-unexpected-answer
          400, mapper_parsing_exception,            PERMANENT, elasticsearch-refuses-document
          400, document_parsing_exception,          PERMANENT, elasticsearch-refuses-document
          400, strict_dynamic_mapping_exception,    PERMANENT, elasticsearch-refuses-document
          400, illegal_argument_exception,          PERMANENT, elasticsearch-refuses-document
          400, action_request_validation_exception, PERMANENT, elasticsearch-refuses-document
          400, some_new_exception,                  PERMANENT, elasticsearch-refuses-document
          413, '',                                  PERMANENT, elasticsearch-document-too-large
          401, security_exception,                  FATAL,     elasticsearch-refuses-access
          403, security_exception,                  FATAL,     elasticsearch-refuses-access
          401, '',                                  FATAL,     elasticsearch-refuses-access
          403, '',                                  FATAL,     elasticsearch-refuses-access
          """)
  void typeThenStatusDecide(int status, String type, FailureCategory category, String code) {
    Failure failure = BulkVerdicts.of(error(status, type));
    assertEquals(category, failure.category());
    assertEquals(code, failure.code());
    assertTrue(failure.message().contains("the reason, the: cause"), failure.message());
  }

  @Test
  void noAnswerIsTransient() {
    assertEquals(
        "elasticsearch-timeout", BulkVerdicts.of(new SocketTimeoutException("late")).code());
    Failure lost = BulkVerdicts.of(new IOException("reset"));
    assertEquals("elasticsearch-connection-failed", lost.code());
    assertEquals(FailureCategory.TRANSIENT, lost.category());
  }

  @Test
  void whatCannotBeReadIsNotTheItemsFault() {
    assertEquals(
        FailureCategory.TRANSIENT,
        BulkVerdicts.whileReading(error(400, "illegal_argument_exception")).category());
    assertEquals(
        FailureCategory.FATAL,
        BulkVerdicts.whileReading(error(401, "security_exception")).category());
  }

  @Test
  void reasonsAreCut() {
    ObjectNode error = JsonMapper.builder().build().createObjectNode();
    error.put("type", "mapper_parsing_exception").put("reason", "x".repeat(100_000));
    assertTrue(BulkVerdicts.of(ElasticsearchError.of(400, error)).message().length() < 2000);
  }

  private static ElasticsearchError error(int status, String type) {
    ObjectNode error = JsonMapper.builder().build().createObjectNode();
    if (!type.isEmpty()) {
      error.put("type", type);
    }
    error.put("reason", "the reason, the").putObject("caused_by").put("reason", "cause");
    return ElasticsearchError.of(status, error);
  }
}
