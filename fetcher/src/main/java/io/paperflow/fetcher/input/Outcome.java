package io.paperflow.fetcher.input;

import java.nio.ByteBuffer;

/** What reading a document came to. */
public sealed interface Outcome {

  /**
   * All of it was passed on.
   *
   * @param parts raw documents it made
   * @param bytes of all parts together
   */
  record Published(int parts, long bytes) implements Outcome {}

  /**
   * It was not read, or not to its end.
   *
   * @param failure what is wrong
   * @param parts raw documents it made before, which stand
   * @param beginning the document's first bytes, some KB at most, none when there were none
   */
  record Failed(InputFailure failure, int parts, ByteBuffer beginning) implements Outcome {}
}
