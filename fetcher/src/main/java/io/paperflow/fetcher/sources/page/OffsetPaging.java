package io.paperflow.fetcher.sources.page;

import io.paperflow.fetcher.source.Cursor;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Goes through a list whose pages are asked for by the place of their first record, until as many
 * have come as the list is said to have.
 *
 * @param check which pages are believed
 */
public record OffsetPaging(PageCheck check) {

  private static final String OFFSET = "offset";
  private static final String SIZE = "size";
  private static final String TOTAL = "total";
  private static final String SHIFTS = "shifts";

  /** Some servers tell another total with each page. */
  private static final int MOST_SHIFTS = 3;

  /** What to do with a page. */
  public sealed interface Verdict {

    /**
     * Take it.
     *
     * @param next where the list goes on; empty after its end
     */
    record Take(Optional<Cursor> next) implements Verdict {}

    /** Ask for it again at once, from there. */
    record Again(Cursor from) implements Verdict {}

    /** Ask for it again later, from where the cursor is. */
    record Later() implements Verdict {}
  }

  /**
   * A page.
   *
   * @param ids of its records
   * @param total records of the list, if it tells
   * @param full how many records the longest page has: after one of that length another is asked
   *     for, whatever the total
   */
  public record Page(Collection<String> ids, OptionalInt total, int full) {}

  /** The place of the first record of the page to be asked for, from 0. */
  public static int offset(Cursor cursor) {
    return Cursors.number(cursor, OFFSET);
  }

  /** The cursor at the beginning of a list. */
  public static Cursor fresh(Cursor cursor) {
    return PageCheck.forget(cursor).without(OFFSET).without(SIZE).without(TOTAL).without(SHIFTS);
  }

  /** Judges the page that was asked for from the cursor. */
  public Verdict judge(Cursor cursor, Instant now, Page page) {
    int total = page.total().orElse(Cursors.number(cursor, TOTAL));
    return switch (check.judge(cursor, now, page.ids(), offset(cursor) < total)) {
      case AGAIN -> new Verdict.Again(PageCheck.doubted(cursor, now));
      case LATER -> new Verdict.Later();
      case RIGHT -> new Verdict.Take(next(cursor, page, total));
    };
  }

  private static Optional<Cursor> next(Cursor cursor, Page page, int total) {
    int shifts = Cursors.number(cursor, SHIFTS);
    if (hasShifted(cursor, total) && shifts < MOST_SHIFTS) {
      // Something came or went between two pages, and records may have moved from one to another.
      return Optional.of(Cursors.with(fresh(cursor), SHIFTS, shifts + 1));
    }
    int records = page.ids().size();
    int size = cursor.get(SIZE).isPresent() ? Cursors.number(cursor, SIZE) : records;
    // A page that is longer than the first one repeats records of the one before.
    int read = offset(cursor) + Math.min(records, size);
    boolean more = records > 0 && (read < total || records >= page.full());
    Cursor counted =
        Cursors.with(Cursors.with(Cursors.with(cursor, OFFSET, read), SIZE, size), TOTAL, total);
    return more ? Optional.of(PageCheck.after(counted, page.ids())) : Optional.empty();
  }

  private static boolean hasShifted(Cursor cursor, int total) {
    return cursor.get(TOTAL).isPresent() && Cursors.number(cursor, TOTAL) != total;
  }
}
