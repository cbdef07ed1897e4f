package io.paperflow.indexer.index;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * A document to be removed.
 *
 * @param guard what must hold for that; without one it is removed whatever it is
 */
record Removal(String id, Optional<Guard.Unchanged> guard) implements BulkItem {

  @Override
  public void action(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("delete");
    json.writeStringField("_id", id);
    if (guard.isPresent()) {
      guard.get().condition(json);
    }
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
