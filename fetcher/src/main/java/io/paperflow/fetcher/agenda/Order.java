package io.paperflow.fetcher.agenda;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a person asked to be read.
 *
 * @param id unlike that of any other order
 * @param from the first day; empty for what the source begins with
 * @param to the last day; empty for all from the first day on
 * @param stepsPerMinute at most so many, from 1
 */
public record Order(
    String id,
    String source,
    Optional<LocalDate> from,
    Optional<LocalDate> to,
    int stepsPerMinute) {

  /** Whether both ask for the same days. */
  public boolean sameDays(Order other) {
    return from.equals(other.from) && to.equals(other.to);
  }

  /** Least time from the beginning of one step to that of the next. */
  public Duration pace() {
    return Duration.ofMinutes(1).dividedBy(stepsPerMinute);
  }
}
