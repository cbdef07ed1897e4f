package io.paperflow.indexer.index;

import io.paperflow.indexer.fusion.PaperDocument;
import io.paperflow.pipeline.Failure;

/** What is stored under an id. */
sealed interface Stored {

  /** A document, and the guard that it is still this one. */
  record Found(PaperDocument document, Guard.Unchanged guard) implements Stored {}

  /** Nothing. */
  record Missing() implements Stored {}

  /** It could not be read. */
  record Unknown(Failure failure) implements Stored {}
}
