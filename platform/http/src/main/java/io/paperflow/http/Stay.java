package io.paperflow.http;

import io.paperflow.http.Budget.Permit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A permit in use, which ends once whatever happens. Thread-safe. */
final class Stay {

  private final Turnstile turnstile;
  private final Permit permit;
  private final AtomicBoolean answered = new AtomicBoolean();
  private final AtomicBoolean finished = new AtomicBoolean();

  Stay(Turnstile turnstile, Permit permit) {
    this.turnstile = turnstile;
    this.permit = permit;
  }

  /** The head of the answer came. */
  void answered(Signals signals) {
    if (answered.compareAndSet(false, true)) {
      turnstile.answered(permit, signals);
    }
  }

  /** Nothing more will come; later calls change nothing. */
  void finished(Verdict verdict) {
    answered(Signals.none(verdict));
    if (finished.compareAndSet(false, true)) {
      turnstile.finished(permit, verdict);
    }
  }
}
