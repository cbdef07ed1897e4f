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
    pending.guard().action(json, pending.id());
  }

  @Override
  public void document(OutputStream out) throws IOException {
    documents.write(pending.document(), indexedAt, out);
  }
}
