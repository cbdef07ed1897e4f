package io.paperflow.testkit;

import java.util.List;

/**
 * A request on its way to Elasticsearch.
 *
 * @param path without the query
 * @param bytes size of the body
 * @param operations of a bulk; empty for any other request
 */
public record Call(String method, String path, int bytes, List<BulkOperation> operations) {

  public Call {
    operations = List.copyOf(operations);
  }

  /** Whether it is a bulk. */
  public boolean isBulk() {
    return !operations.isEmpty();
  }
}
