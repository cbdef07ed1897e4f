package io.paperflow.fetcher.input;

import io.paperflow.formats.Reading;
import io.paperflow.schemas.RawDocument;
import java.io.IOException;
import java.net.URI;

/** Takes what becomes of documents, in their order. */
public interface RawDocuments {

  /** A document or a part of one. */
  void document(RawDocument document) throws IOException;

  /** A record of a document that is in no part. */
  void unreadable(URI uri, Reading.Unreadable record) throws IOException;

  /**
   * A document, or the rest of it, is not read.
   *
   * @param code stable and short, in kebab case
   * @param message one line: what, where and why
   * @param beginning the document's first bytes, as far as they were read
   */
  void refused(URI uri, String code, String message, byte[] beginning) throws IOException;
}
