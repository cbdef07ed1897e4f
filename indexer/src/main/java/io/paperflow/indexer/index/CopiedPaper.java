package io.paperflow.indexer.index;

import com.fasterxml.jackson.core.JsonGenerator;
import io.paperflow.indexer.document.DocumentWriter;
import java.io.IOException;
import java.io.OutputStream;

/** A paper to be written whatever is there. */
record CopiedPaper(IndexScan.Entry entry, DocumentWriter documents) implements BulkItem {

  @Override
  public void action(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("index");
    json.writeStringField("_id", entry.document().id());
    json.writeEndObject();
  }

  @Override
  public void document(OutputStream out) throws IOException {
    documents.write(entry.document(), entry.indexedAt(), out);
  }
}
