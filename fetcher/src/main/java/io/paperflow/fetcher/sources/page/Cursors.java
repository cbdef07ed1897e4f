package io.paperflow.fetcher.sources.page;

import io.paperflow.fetcher.source.Cursor;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** Values of cursors; what cannot be read is absent. */
public final class Cursors {

  private Cursors() {}

  /** A number from 0, or 0. */
  public static int number(Cursor cursor, String name) {
    return cursor
        .get(name)
        .filter(text -> text.matches("\\d{1,9}"))
        .map(Integer::valueOf)
        .orElse(0);
  }

  /** The cursor with a number. */
  public static Cursor with(Cursor cursor, String name, int number) {
    return cursor.with(name, Integer.toString(number));
  }

  /** A point in time. */
  public static Optional<Instant> time(Cursor cursor, String name) {
    try {
      return cursor.get(name).map(Instant::parse);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
