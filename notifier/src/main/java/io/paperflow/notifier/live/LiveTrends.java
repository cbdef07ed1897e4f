package io.paperflow.notifier.live;

import io.paperflow.notifier.trend.SignalBook;
import io.paperflow.notifier.trend.TrendList;
import io.paperflow.notifier.trend.Window;
import io.paperflow.pipeline.Delivery;
import io.paperflow.pipeline.History;
import io.paperflow.schemas.Signal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * What rises now. Moves from minute to minute, and to a minute only when all that the brokers took
 * until then is known: so the same list can be made of the topic at any later time. Thread-safe.
 */
public final class LiveTrends implements History<Signal> {

  /** By how much the clocks of brokers and services may differ. */
  static final Duration SKEW = Duration.ofSeconds(30);

  /** Papers on a list. */
  public static final int MOST = 100;

  private record Known(Instant at, Signal signal) implements Comparable<Known> {
    @Override
    public int compareTo(Known other) {
      return at.compareTo(other.at);
    }
  }

  private final InstantSource clock;
  private final PriorityQueue<Known> waiting = new PriorityQueue<>();
  private final Map<Window, TrendList> lists = new EnumMap<>(Window.class);
  private SignalBook book = new SignalBook();

  /** Up to when signals are in the book. */
  private Instant taken = Instant.MIN;

  private Optional<Instant> at = Optional.empty();

  /** Nothing is known yet. */
  public LiveTrends(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized void clear() {
    book = new SignalBook();
    waiting.clear();
    lists.clear();
    at = Optional.empty();
    taken = minute(clock.instant());
  }

  @Override
  public synchronized void take(Delivery<Signal> signal) {
    if (signal.timestamp().isAfter(taken)) {
      waiting.add(new Known(signal.timestamp(), signal.value()));
    } else {
      book.add(signal.value());
    }
  }

  @Override
  public synchronized void complete(Instant until) {
    Instant next = minute(until);
    if (next.isBefore(taken) || at.filter(next::equals).isPresent()) {
      return;
    }
    taken = next;
    while (!waiting.isEmpty() && !waiting.peek().at().isAfter(taken)) {
      book.add(waiting.remove().signal());
    }
    book.moveTo(taken);
    at = Optional.of(taken);
    lists.clear();
  }

  private static Instant minute(Instant time) {
    return time.minus(SKEW).truncatedTo(ChronoUnit.MINUTES);
  }

  /** The present list; empty until what was counted before has been read. */
  public synchronized Optional<TrendList> list(Window window) {
    return at.map(time -> lists.computeIfAbsent(window, each -> book.trending(time, each, MOST)));
  }
}
