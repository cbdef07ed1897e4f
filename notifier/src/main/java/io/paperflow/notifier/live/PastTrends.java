package io.paperflow.notifier.live;

import io.paperflow.catalogue.query.IndexUnavailableException;
import io.paperflow.notifier.trend.SignalBook;
import io.paperflow.notifier.trend.TrendList;
import io.paperflow.notifier.trend.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What rose at a moment that has passed, made anew of the topic of signals. Reads two months of it,
 * one reader at a time; the last moments asked for are remembered. Thread-safe.
 */
public final class PastTrends {

  private static final int REMEMBERED = 16;

  /** For others who want another moment. */
  private static final Duration WAIT = Duration.ofSeconds(10);

  /** A source's clock may be ahead of the brokers'. */
  private static final Duration AHEAD = Duration.ofHours(1);

  private final SignalLog log;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Instant, Map<Window, TrendList>> remembered = new LinkedHashMap<>();

  /** Nothing is read before somebody asks. */
  public PastTrends(SignalLog log) {
    this.log = log;
  }

  /**
   * The list as it was.
   *
   * @param at a moment for which all is decided: not after that of the present list
   * @throws IndexUnavailableException when too many others want other moments
   * @throws RuntimeException when Kafka does not answer
   */
  public TrendList list(Instant at, Window window) throws InterruptedException {
    if (!lock.tryLock(WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IndexUnavailableException(
          "Other past lists are being made: try again in a minute.", new TimeoutException());
    }
    try {
      Map<Window, TrendList> lists = remembered.get(at);
      if (lists == null) {
        lists = read(at);
        remembered.put(at, lists);
        if (remembered.size() > REMEMBERED) {
          remembered.remove(remembered.keySet().iterator().next());
        }
      }
      TrendList list = lists.get(window);
      if (list == null) {
        throw new IllegalStateException("no list of a " + window);
      }
      return list;
    } finally {
      lock.unlock();
    }
  }

  private Map<Window, TrendList> read(Instant at) {
    SignalBook book = new SignalBook();
    Instant from = SignalBook.horizon(at).minus(AHEAD);
    log.read(from, at, book::add);
    book.moveTo(at);
    Map<Window, TrendList> lists = new EnumMap<>(Window.class);
    for (Window window : Window.values()) {
      lists.put(window, book.trending(at, window, LiveTrends.MOST));
    }
    return lists;
  }
}
