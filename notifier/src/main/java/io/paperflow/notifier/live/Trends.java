package io.paperflow.notifier.live;

import io.paperflow.catalogue.query.IndexUnavailableException;
import io.paperflow.catalogue.query.InvalidSearchException;
import io.paperflow.notifier.trend.TrendList;
import io.paperflow.notifier.trend.Window;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What rises now or rose at a moment that has passed. Thread-safe. */
public final class Trends {

  private final LiveTrends live;
  private final PastTrends past;

  /** The present and the past. */
  public Trends(LiveTrends live, PastTrends past) {
    this.live = live;
    this.past = past;
  }

  /**
   * The list of a moment.
   *
   * @param at the present when empty; of a moment its minute counts
   * @throws InvalidSearchException when the moment has not passed
   * @throws IndexUnavailableException while what was counted before is not read yet
   */
  public TrendList list(Window window, Optional<Instant> at) {
    TrendList now =
        live.list(window)
            .orElseThrow(
                () ->
                    new IndexUnavailableException(
                        "What was counted before is still being read.", new NotReadYet()));
    Optional<Instant> then =
        at.map(time -> time.truncatedTo(ChronoUnit.MINUTES)).filter(time -> !time.equals(now.at()));
    if (then.isEmpty()) {
      return now;
    }
    if (then.get().isAfter(now.at())) {
      throw new InvalidSearchException("at: must not lie after " + now.at());
    }
    try {
      return past.list(then.get(), window);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IndexUnavailableException("Stopped while reading.", e);
    }
  }

  private static final class NotReadYet extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
