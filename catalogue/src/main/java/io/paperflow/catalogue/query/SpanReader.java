package io.paperflow.catalogue.query;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Reads {@code a}, {@code a..b}, {@code a..}, {@code ..b}, {@code >a}, {@code >=a}, {@code <a} and
 * {@code <=a}, where each end may itself be a span, as a month is one of days.
 *
 * @param unit reads one end; the span has both ends
 */
record SpanReader<T>(
    Function<String, Optional<Span<T>>> unit, UnaryOperator<T> before, UnaryOperator<T> after) {

  private static final String TO = "..";

  /** Empty when the text is no span. */
  Optional<Span<T>> read(String text) {
    int to = text.indexOf(TO);
    if (to >= 0) {
      return between(text.substring(0, to), text.substring(to + TO.length()));
    }
    if (text.startsWith(">=")) {
      return unit.apply(text.substring(2)).map(u -> new Span<>(u.from(), Optional.empty()));
    }
    if (text.startsWith("<=")) {
      return unit.apply(text.substring(2)).map(u -> new Span<>(Optional.empty(), u.to()));
    }
    if (text.startsWith(">")) {
      return unit.apply(text.substring(1))
          .map(u -> new Span<>(u.to().map(after), Optional.empty()));
    }
    if (text.startsWith("<")) {
      return unit.apply(text.substring(1))
          .map(u -> new Span<>(Optional.empty(), u.from().map(before)));
    }
    return unit.apply(text);
  }

  private Optional<Span<T>> between(String first, String last) {
    Optional<Span<T>> from = unit.apply(first);
    Optional<Span<T>> to = unit.apply(last);
    boolean readable =
        (first.isEmpty() || from.isPresent())
            && (last.isEmpty() || to.isPresent())
            && (from.isPresent() || to.isPresent());
    return readable
        ? Optional.of(new Span<>(from.flatMap(Span::from), to.flatMap(Span::to)))
        : Optional.empty();
  }
}
