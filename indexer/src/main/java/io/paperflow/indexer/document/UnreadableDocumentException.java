package io.paperflow.indexer.document;

/** A document of the index that was not written by a {@link DocumentWriter}. */
public final class UnreadableDocumentException extends Exception {

  private static final long serialVersionUID = 1L;

  UnreadableDocumentException(String reason) {
    super(reason);
  }
}
