package io.paperflow.indexer.index;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;

/** A paper to be removed, on condition that nobody else wrote it meanwhile. */
record PaperRemoval(String id, Guard.Unchanged guard) implements BulkItem {

  @Override
  public void action(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("delete");
    json.writeStringField("_id", id);
    guard.condition(json);
    json.writeEndObject();
  }

  @Override
  public boolean hasDocument() {
    return false;
  }

  @Override
  public void document(OutputStream out) {
    throw new IllegalStateException("A removal has no document");
  }
}
