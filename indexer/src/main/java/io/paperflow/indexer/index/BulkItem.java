package io.paperflow.indexer.index;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;

/** An item of a bulk: what is done, and the document. */
interface BulkItem {

  /** Writes the fields of the action line's object. */
  void action(JsonGenerator json) throws IOException;

  /** Whether a document line follows. */
  default boolean hasDocument() {
    return true;
  }

  /** Writes the document line without its end. */
  void document(OutputStream out) throws IOException;
}
