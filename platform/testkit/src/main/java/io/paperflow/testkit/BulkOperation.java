package io.paperflow.testkit;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One operation of a bulk.
 *
 * @param action create, index, update or delete
 * @param id of the document; empty where Elasticsearch is to give one
 * @param from where its lines begin in the body
 * @param to one past its last line's end
 */
public record BulkOperation(String action, String id, int from, int to) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The operations of a body in the bulk API's newline-delimited JSON. */
  static List<BulkOperation> parse(byte[] body) throws IOException {
    List<BulkOperation> operations = new ArrayList<>();
    int from = 0;
    while (from < body.length) {
      int end = lineEnd(body, from);
      BulkOperation operation = action(body, from, end);
      int to = operation.action.equals("delete") ? end : lineEnd(body, end);
      operations.add(new BulkOperation(operation.action, operation.id, from, to));
      from = to;
    }
    return operations;
  }

  /** A body with some operations of another. */
  static byte[] body(byte[] original, List<BulkOperation> operations) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(original.length);
    operations.forEach(op -> out.write(original, op.from, op.to - op.from));
    return out.toByteArray();
  }

  private static BulkOperation action(byte[] body, int from, int to) throws IOException {
    try (JsonParser json = JSON.createParser(body, from, to - from)) {
      json.nextToken();
      String action = json.nextFieldName();
      String id = "";
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean isId = json.currentName().equals("_id");
        json.nextToken();
        if (isId) {
          id = json.getText();
        }
        json.skipChildren();
      }
      return new BulkOperation(String.valueOf(action), id, from, to);
    }
  }

  private static int lineEnd(byte[] body, int from) {
    int at = from;
    while (at < body.length && body[at] != '\n') {
      at++;
    }
    return Math.min(at + 1, body.length);
  }
}
