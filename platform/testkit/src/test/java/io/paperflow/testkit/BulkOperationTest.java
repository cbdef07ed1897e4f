package io.paperflow.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class BulkOperationTest {

  private static final String CREATE = "{\"create\":{\"_id\":\"ä\",\"_index\":\"i\"}}\n{\"a\":1}\n";
  private static final String DELETE = "{\"delete\":{\"_index\":\"i\",\"_id\":\"b\"}}\n";
  private static final String INDEX = "{\"index\":{}}\n{\"a\":2}\n";

  @Test
  void operationsAreFoundWithTheirIds() throws IOException {
    List<BulkOperation> operations = parse(CREATE + DELETE + INDEX);
    assertEquals(
        List.of("create", "delete", "index"),
        operations.stream().map(BulkOperation::action).toList());
    assertEquals(List.of("ä", "b", ""), operations.stream().map(BulkOperation::id).toList());
  }

  @Test
  void aBodyOfSomeOperationsHoldsTheirLinesOnly() throws IOException {
    byte[] body = (CREATE + DELETE + INDEX).getBytes(UTF_8);
    List<BulkOperation> operations = BulkOperation.parse(body);
    byte[] some = BulkOperation.body(body, List.of(operations.getFirst(), operations.getLast()));
    assertEquals(CREATE + INDEX, new String(some, UTF_8));
  }

  private static List<BulkOperation> parse(String body) throws IOException {
    return BulkOperation.parse(body.getBytes(UTF_8));
  }
}
