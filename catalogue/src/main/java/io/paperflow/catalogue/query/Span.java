package io.paperflow.catalogue.query;

import java.util.Optional;

/**
 * What lies between two values, both included.
 *
 * @param from open when empty
 * @param to open when empty
 */
public record Span<T>(Optional<T> from, Optional<T> to) {

  /** From one value to another. */
  public static <T> Span<T> of(T from, T to) {
    return new Span<>(Optional.of(from), Optional.of(to));
  }
}
