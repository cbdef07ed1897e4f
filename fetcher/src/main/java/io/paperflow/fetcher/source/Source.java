package io.paperflow.fetcher.source;

import io.paperflow.http.Web;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Where documents come from. A source has no state but its {@link Cursor}, which is kept together
 * with what was published: whatever ends a reading, another replica goes on from there. Steps of
 * one source never run at the same time; implementations are immutable.
 */
public interface Source {

  /** Stable and short, in kebab case, such as {@code huggingface-daily-papers}. */
  String name();

  /** With which other sources this one shares its budget and its lease. */
  HostGroup hostGroup();

  /** When to read by default. */
  Schedule schedule();

  /**
   * Where the first pass begins.
   *
   * @param since the first day wanted; empty for what the source thinks is of use to a new user
   */
  Cursor start(Instant now, Optional<LocalDate> since);

  /**
   * Reads on from the cursor: one page, one file or one feed, within a few requests. A failure
   * leaves the cursor where it was, and the step comes again later.
   *
   * @param web polite: it waits for the host's budget
   * @throws InterruptedException when the reading is to end; nothing of the step counts then
   */
  Step step(Cursor cursor, Instant now, Web web) throws InterruptedException;

  /**
   * Where a reading of past days begins; {@link #step} ends it with {@code more} false after the
   * last day. Empty when the source cannot be read by date.
   *
   * @param from the first day
   * @param to the last day, not before the first
   */
  default Optional<Cursor> range(LocalDate from, LocalDate to) {
    return Optional.empty();
  }
}
