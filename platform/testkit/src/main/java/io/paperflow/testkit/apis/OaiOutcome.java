package io.paperflow.testkit.apis;

import java.util.function.Function;

/** Something, or why there is none. */
sealed interface OaiOutcome<T> {

  record Success<T>(T value) implements OaiOutcome<T> {}

  record Failure<T>(OaiError error) implements OaiOutcome<T> {}

  static <T> OaiOutcome<T> of(T value) {
    return new Success<>(value);
  }

  static <T> OaiOutcome<T> failed(OaiError error) {
    return new Failure<>(error);
  }

  default <R> R fold(Function<T, R> success, Function<OaiError, R> failure) {
    return switch (this) {
      case Success<T>(T value) -> success.apply(value);
      case Failure<T>(OaiError error) -> failure.apply(error);
    };
  }
}
