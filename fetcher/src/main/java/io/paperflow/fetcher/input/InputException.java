package io.paperflow.fetcher.input;

import java.io.IOException;

/** Ends the reading of a document with a failure, from within its stream. */
final class InputException extends IOException {

  private static final long serialVersionUID = 1L;

  private final InputFailure.Code code;

  InputException(InputFailure.Code code, String message) {
    super(message);
    this.code = code;
  }

  InputFailure failure() {
    return new InputFailure(code, String.valueOf(getMessage()));
  }
}
