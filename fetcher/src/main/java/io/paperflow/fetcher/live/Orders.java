package io.paperflow.fetcher.live;

import io.paperflow.fetcher.agenda.Agenda;
import io.paperflow.fetcher.agenda.Order;
import io.paperflow.fetcher.agenda.Progress;
import io.paperflow.fetcher.agenda.Task;
import io.paperflow.fetcher.agenda.Task.Kind;
import io.paperflow.fetcher.source.Cursor;
import io.paperflow.fetcher.source.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Takes what people ask for. */
public final class Orders {

  private Orders() {}

  /**
   * The progress with which an order begins; empty when it has begun before. One for the days of a
   * backfill that was not finished goes on where that was.
   */
  static Optional<Progress> accept(Order order, Source source, Agenda agenda, Instant now) {
    Optional<Progress> before = agenda.progress(new Task(source.name(), Kind.BACKFILL));
    Optional<Order> previous = before.flatMap(Progress::order);
    if (previous.filter(o -> o.id().equals(order.id())).isPresent()) {
      return Optional.empty();
    }
    if (before.filter(Progress::underWay).isPresent()
        && previous.filter(order::sameDays).isPresent()) {
      return before.map(progress -> progress.ordered(order));
    }
    return Optional.of(Progress.of(order, cursor(order, source, now), now));
  }

  /** Where the reading of an order begins; a source that has no days is read from its start. */
  public static Cursor cursor(Order order, Source source, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return order
        .from()
        .flatMap(from -> source.range(from, order.to().orElse(today)))
        .orElseGet(() -> source.start(now, order.from()));
  }
}
