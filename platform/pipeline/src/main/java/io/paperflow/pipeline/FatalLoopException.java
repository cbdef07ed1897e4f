package io.paperflow.pipeline;

/** Ends a loop: nothing can succeed until a person acts. */
final class FatalLoopException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Failure failure;

  FatalLoopException(Failure failure) {
    super(failure.message());
    this.failure = failure;
  }

  Failure failure() {
    return failure;
  }
}
