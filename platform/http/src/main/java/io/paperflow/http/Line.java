package io.paperflow.http;

import io.paperflow.http.Budget.Permit;
import io.paperflow.http.Request.Kind;
import java.time.Instant;
import java.util.Comparator;
import java.util.TreeSet;

/**
 * Those who wait for one budget. Only the first may go, so that nobody is delayed by a request of
 * lower priority. Pure, time is given; not thread-safe.
 */
final class Line {

  private final Budget budget;
  private final TreeSet<Ticket> waiting =
      new TreeSet<>(Comparator.comparing(Ticket::priority).thenComparingLong(Ticket::number));
  private long arrivals;

  Line(Budget budget) {
    this.budget = budget;
  }

  /** A place in the line. */
  record Ticket(Kind kind, Priority priority, long number) {}

  Ticket join(Kind kind, Priority priority) {
    Ticket ticket = new Ticket(kind, priority, arrivals++);
    waiting.add(ticket);
    return ticket;
  }

  void leave(Ticket ticket) {
    waiting.remove(ticket);
  }

  /** The only one that may go; somebody waits. */
  Ticket first() {
    return waiting.getFirst();
  }

  /**
   * When it could go if it were first; {@link Instant#MAX} when that depends on requests that are
   * open.
   */
  Instant opening(Ticket ticket, Instant now) {
    return budget.opening(ticket.kind(), ticket.priority(), now);
  }

  /** Goes: it is the first and its opening has come. */
  Permit go(Ticket ticket, Instant now) {
    leave(ticket);
    return budget.start(ticket.kind(), now);
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  Budget budget() {
    return budget;
  }
}
