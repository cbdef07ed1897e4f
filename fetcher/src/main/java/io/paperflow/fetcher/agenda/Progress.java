package io.paperflow.fetcher.agenda;

import io.paperflow.fetcher.source.Cursor;
import io.paperflow.fetcher.source.Trouble;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a task is. A pass is a reading from where the source was left to all that it shows.
 *
 * @param cursor where to go on
 * @param dueAt when the next step is due
 * @param passStartedAt when the pass began that is under way
 * @param readUpTo when the last finished pass began: all that the source showed then is published
 * @param succeededAt when a step last succeeded
 * @param failures steps in a row that failed
 * @param trouble why the last step failed
 * @param documents raw documents published since ever
 * @param bytes their bytes
 * @param order what asked for the reading, if a person did
 */
public record Progress(
    Cursor cursor,
    Instant dueAt,
    Optional<Instant> passStartedAt,
    Optional<Instant> readUpTo,
    Optional<Instant> succeededAt,
    int failures,
    Optional<Failed> trouble,
    long documents,
    long bytes,
    Optional<Order> order) {

  /** A step that failed, and when. */
  public record Failed(Trouble.Cause cause, String code, String message, Instant at) {}

  /** Nothing has been read yet. */
  public static Progress from(Cursor cursor, Instant dueAt) {
    return new Progress(
        cursor,
        dueAt,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        Optional.empty(),
        0,
        0,
        Optional.empty());
  }

  /** Nothing of an order has been read yet. */
  public static Progress of(Order order, Cursor cursor, Instant now) {
    return from(cursor, now).ordered(order).passing(now);
  }

  /** This progress for another order of the same days. */
  public Progress ordered(Order by) {
    return new Progress(
        cursor,
        dueAt,
        passStartedAt,
        readUpTo,
        succeededAt,
        failures,
        trouble,
        documents,
        bytes,
        Optional.of(by));
  }

  private Progress passing(Instant since) {
    return new Progress(
        cursor,
        dueAt,
        Optional.of(passStartedAt.orElse(since)),
        readUpTo,
        succeededAt,
        failures,
        trouble,
        documents,
        bytes,
        order);
  }

  /** Whether a pass is under way. */
  public boolean underWay() {
    return passStartedAt.isPresent();
  }

  /** When the pass began to which a step of this moment belongs. */
  public Instant passStart(Instant step) {
    return passStartedAt.orElse(step);
  }

  /** After a step that succeeded. */
  public Progress read(
      Cursor next, boolean more, Instant startedAt, Instant nextDue, int published, long size) {
    Optional<Instant> pass = Optional.of(passStart(startedAt));
    return new Progress(
        next,
        nextDue,
        more ? pass : Optional.empty(),
        more ? readUpTo : pass,
        Optional.of(startedAt),
        0,
        Optional.empty(),
        documents + published,
        bytes + size,
        order);
  }

  /** After a step that failed. */
  public Progress failed(Trouble why, Instant at, Instant retryAt, int published, long size) {
    return new Progress(
        cursor,
        retryAt,
        passStartedAt,
        readUpTo,
        succeededAt,
        failures + 1,
        Optional.of(new Failed(why.cause(), why.code(), why.message(), at)),
        documents + published,
        bytes + size,
        order);
  }
}
