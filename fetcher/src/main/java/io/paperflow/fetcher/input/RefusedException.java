package io.paperflow.fetcher.input;

import java.io.IOException;

/** A document, or the rest of it, is not read; the message says why. */
final class RefusedException extends IOException {

  private static final long serialVersionUID = 1L;

  private final String code;

  RefusedException(String code, String message) {
    super(message);
    this.code = code;
  }

  String code() {
    return code;
  }
}
