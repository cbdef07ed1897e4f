package io.paperflow.indexer.index;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads what Elasticsearch answers: of a bulk the result of each item, else the error. */
final class BulkAnswer {

  /** All that {@link #items} reads. */
  static final String FILTER =
      "items.*.status,items.*.error.type,items.*.error.reason,items.*.error.caused_by.reason";

  private static final int CONFLICT = 409;

  /** Without an error: what was to be removed was not there any more. */
  private static final int GONE = 404;

  private static final ObjectMapper JSON = new ObjectMapper();

  private BulkAnswer() {}

  /**
   * The results in the order of the request's items.
   *
   * @throws IOException when it is no answer to a bulk
   */
  static List<ItemResult> items(InputStream body) throws IOException {
    List<ItemResult> results = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(body)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.START_ARRAY) {
          while (parser.nextToken() == JsonToken.START_OBJECT) {
            parser.nextToken(); // the operation's name
            parser.nextToken();
            results.add(item(parser));
            parser.nextToken();
          }
        }
      }
    }
    return results;
  }

  /** The error of a whole request, whatever its body is. */
  static ElasticsearchError error(int status, InputStream body) {
    return ElasticsearchError.of(status, errorOf(body));
  }

  private static JsonNode errorOf(InputStream body) {
    try {
      return JSON.readTree(body).path("error");
    } catch (IOException _) {
      return MissingNode.getInstance();
    }
  }

  private static ItemResult item(JsonParser parser) throws IOException {
    int status = 0;
    JsonNode error = MissingNode.getInstance();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      parser.nextToken();
      switch (field) {
        case "status" -> status = parser.getIntValue();
        case "error" -> error = parser.readValueAsTree();
        default -> parser.skipChildren();
      }
    }
    if ((status >= 200 && status < 300) || (status == GONE && error.isMissingNode())) {
      return new ItemResult.Written();
    }
    return status == CONFLICT
        ? new ItemResult.Conflict()
        : new ItemResult.Failed(BulkVerdicts.of(ElasticsearchError.of(status, error)));
  }
}
