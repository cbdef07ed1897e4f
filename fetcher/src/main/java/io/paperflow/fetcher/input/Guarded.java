package io.paperflow.fetcher.input;

import io.paperflow.formats.Reading;
import io.paperflow.schemas.RawDocument;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;

/**
 * What becomes of one document. Tells a consumer's failure, which ends everything, from one of the
 * document.
 */
final class Guarded implements RawDocuments {

  /** Bytes of a refused document that are kept. */
  private static final int KEPT_BYTES = 4096;

  private final URI uri;
  private final RawDocuments to;
  private byte[] head = new byte[0];
  private boolean failed;

  Guarded(URI uri, RawDocuments to) {
    this.uri = uri;
    this.to = to;
  }

  URI uri() {
    return uri;
  }

  /** The document's first bytes have been read. */
  void begins(byte[] bytes) {
    head = bytes;
  }

  /** Whether it was the consumer that failed. */
  boolean failed() {
    return failed;
  }

  /** The document, or the rest of it, is not read. */
  void refuse(String code, String message) throws IOException {
    byte[] beginning = Arrays.copyOf(head, Math.min(head.length, KEPT_BYTES));
    refused(uri, code, uri + ": " + message, beginning);
  }

  @Override
  public void document(RawDocument document) throws IOException {
    failed = true;
    to.document(document);
    failed = false;
  }

  @Override
  public void unreadable(URI of, Reading.Unreadable record) throws IOException {
    failed = true;
    to.unreadable(of, record);
    failed = false;
  }

  @Override
  public void refused(URI of, String code, String message, byte[] beginning) throws IOException {
    failed = true;
    to.refused(of, code, message, beginning);
    failed = false;
  }
}
