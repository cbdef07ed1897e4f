package io.paperflow.notifier.trend;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What rises at a moment.
 *
 * @param since when counting began; empty while nothing was counted
 * @param cold whether counting began within the window: what older papers gained before is not
 *     known
 * @param trends the highest score first
 */
public record TrendList(
    Instant at, Window window, Optional<Instant> since, boolean cold, List<Trend> trends) {

  public TrendList {
    trends = List.copyOf(trends);
  }
}
