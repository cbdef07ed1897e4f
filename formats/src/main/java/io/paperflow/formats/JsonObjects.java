package io.paperflow.formats;

import io.paperflow.schemas.RawDocument;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Cuts and reads documents whose records are JSON objects: the elements of a list, of a list within
 * an object, or objects that follow each other. Immutable.
 *
 * @param list the name of the list within an object
 */
record JsonObjects(Optional<String> list, JsonRecords.Reader reader) {

  void cut(InputStream document, PartSize size, PartConsumer parts) throws IOException {
    new JsonCutter(list, size, parts).cut(document);
  }

  void read(RawDocument document, Consumer<Reading> out) {
    read(document, Fragments.bytes(document), out);
  }

  /** Reads JSON text that was taken out of a document. */
  void read(RawDocument document, byte[] json, Consumer<Reading> out) {
    var records = new JsonRecords(document, json, reader, out);
    JsonElements.forEach(
        json,
        list,
        (from, to, complete) -> {
          if (complete) {
            records.read(from, to);
          } else {
            records.cutOff(from, to);
          }
        });
  }
}
