package io.paperflow.indexer.index;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

/**
 * Items of a bulk, encoded once in one buffer, of which any run of items can be sent as a request.
 * Format: the bulk API's newline-delimited JSON, an action line and a document line an item. Not
 * thread-safe.
 */
final class BulkBody {

  private static final ContentType NDJSON = ContentType.create("application/x-ndjson");

  private final JsonFactory factory = new JsonFactory();
  private final Buffer buffer;
  private final int[] ends;
  private int size;

  /**
   * An empty body.
   *
   * @param items how many are added at most
   * @param expectedBytes a guess of the whole size
   */
  BulkBody(int items, int expectedBytes) {
    this.buffer = new Buffer(expectedBytes);
    this.ends = new int[items];
  }

  /**
   * Adds an item.
   *
   * @throws IOException when the document cannot be written as JSON; the body is as before
   */
  void add(BulkItem item) throws IOException {
    int before = buffer.size();
    try {
      action(item);
      buffer.write('\n');
      if (item.hasDocument()) {
        item.document(buffer);
        buffer.write('\n');
      }
    } catch (IOException e) {
      buffer.truncate(before);
      throw e;
    }
    ends[size++] = buffer.size();
  }

  int size() {
    return size;
  }

  /** Bytes of the items from (inclusive) to (exclusive). */
  int bytes(int from, int to) {
    return start(to) - start(from);
  }

  /** The items from (inclusive) to (exclusive) as a request's body. */
  HttpEntity entity(int from, int to) {
    return new ByteArrayEntity(buffer.array(), start(from), bytes(from, to), NDJSON);
  }

  private int start(int item) {
    return item == 0 ? 0 : ends[item - 1];
  }

  private void action(BulkItem item) throws IOException {
    try (JsonGenerator json = factory.createGenerator(buffer)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.writeStartObject();
      item.action(json);
      json.writeEndObject();
    }
  }

  /** Gives away its array, which would else be copied for each request. */
  private static final class Buffer extends ByteArrayOutputStream {
    Buffer(int size) {
      super(size);
    }

    byte[] array() {
      return buf;
    }

    void truncate(int size) {
      count = size;
    }
  }
}
