package io.paperflow.embedder;

import java.io.IOException;

/** Turns a text into a vector. */
@FunctionalInterface
interface Embedding {

  /**
   * The vector of a text.
   *
   * @throws IOException when no model can be had on this machine
   */
  byte[] vector(String text) throws IOException;
}
