package io.paperflow.catalogue.query;

/** The index cannot answer now; asking again later may succeed. */
public final class IndexUnavailableException extends RuntimeException {

  /** With a message that names the reason, fit to be shown to everyone. */
  public IndexUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
