package io.paperflow.http;

import io.paperflow.http.Budget.Permit;
import io.paperflow.http.Line.Ticket;
import io.paperflow.http.Request.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/** Lets requests through one by one as their budget allows. Thread-safe. */
final class Turnstile {

  /** When it is not known when a connection becomes free. */
  private static final Duration SOON = Duration.ofSeconds(1);

  private final Time time;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private final Line line;

  Turnstile(HostPolicy policy, Time time) {
    this.time = time;
    this.line = new Line(new Budget(policy));
  }

  /** Whether one may go. */
  sealed interface Entry {}

  /** One may. */
  record Through(Permit permit) implements Entry {}

  /**
   * Patience is not enough.
   *
   * @param opening when it may be; a moment of {@link Time#now}
   * @param broken whether the breaker is open
   */
  record Late(Instant opening, boolean broken) implements Entry {}

  /** Waits for one's turn. */
  Entry enter(Kind kind, Priority priority, Duration patience) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      Ticket ticket = line.join(kind, priority);
      try {
        return enter(ticket, time.now().plus(patience));
      } finally {
        line.leave(ticket);
        moved.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  private Entry enter(Ticket ticket, Instant deadline) throws InterruptedException {
    while (true) {
      Instant now = time.now();
      Instant opening = line.opening(ticket, now);
      boolean first = line.first().equals(ticket);
      if (first && !opening.isAfter(now)) {
        return new Through(line.go(ticket, now));
      }
      boolean known = !opening.equals(Instant.MAX);
      if (!now.isBefore(deadline) || (known && opening.isAfter(deadline))) {
        return new Late(
            known ? opening : now.plus(SOON), line.budget().breaker() != Breaker.State.CLOSED);
      }
      time.await(moved, first && opening.isBefore(deadline) ? opening : deadline);
    }
  }

  void answered(Permit permit, Signals signals) {
    change(budget -> budget.answered(permit, signals, time.now()));
  }

  void finished(Permit permit, Verdict verdict) {
    change(budget -> budget.finished(permit, verdict, time.now()));
  }

  /** When a request may start as it looks now; a moment of {@link Time#now}. */
  Instant opening(Kind kind, Priority priority) {
    return ask(
        budget -> {
          Instant now = time.now();
          Instant opening = budget.opening(kind, priority, now);
          return opening.equals(Instant.MAX) ? now : opening;
        });
  }

  /** What the budget says. */
  <T> T ask(Function<Budget, T> question) {
    lock.lock();
    try {
      return question.apply(line.budget());
    } finally {
      lock.unlock();
    }
  }

  /** Changes the budget and wakes those who wait. */
  void change(Consumer<Budget> change) {
    lock.lock();
    try {
      change.accept(line.budget());
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean isIdle() {
    lock.lock();
    try {
      return line.isEmpty() && line.budget().blank(time.now());
    } finally {
      lock.unlock();
    }
  }
}
