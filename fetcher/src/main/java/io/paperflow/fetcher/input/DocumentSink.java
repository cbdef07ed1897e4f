package io.paperflow.fetcher.input;

import io.paperflow.formats.Reading;
import io.paperflow.schemas.RawDocument;

/** Takes what documents are made into, in order and one at a time. */
public interface DocumentSink {

  /** A document, or a part of one. */
  void document(RawDocument document);

  /**
   * A record that is in no part, because it is too large.
   *
   * @param uri of the document it stands in
   */
  void leftOut(String uri, Reading.Unreadable record);
}
