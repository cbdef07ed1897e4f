package io.paperflow.indexer.index;

import com.fasterxml.jackson.core.JsonGenerator;
import io.paperflow.indexer.document.DocumentWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;

/** A paper to be created, or replaced on condition that nobody else wrote it meanwhile. */
record PaperItem(Pending pending, DocumentWriter documents, Instant indexedAt) implements BulkItem {

  @Override
  public void action(JsonGenerator json) throws IOException {
    switch (pending.guard()) {
      case Guard.Absent() -> {
        json.writeObjectFieldStart("create");
        json.writeStringField("_id", pending.id());
      }
      case Guard.Unchanged(long seqNo, long primaryTerm) -> {
        json.writeObjectFieldStart("index");
        json.writeStringField("_id", pending.id());
        json.writeNumberField("if_seq_no", seqNo);
        json.writeNumberField("if_primary_term", primaryTerm);
      }
    }
    json.writeEndObject();
  }

  @Override
  public void document(OutputStream out) throws IOException {
    documents.write(pending.document(), indexedAt, out);
  }
}
