package io.paperflow.fetcher.sources.page;

import io.paperflow.fetcher.source.Cursor;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Tells a page that cannot be right: nothing where there must be something, or the page before once
 * more. Servers under load send such pages with status 200. Such a page is asked for again at once,
 * then from time to time; when it stays so for longer it is believed, since a list may have shrunk.
 *
 * @param tries how often it is asked for again at once
 * @param patience how long it is not believed after that
 */
public record PageCheck(int tries, Duration patience) {

  private static final int SAMPLES = 8;

  private static final String AGAIN = "again";
  private static final String DOUBTED = "doubted";
  private static final String BEFORE = "before";

  /** What to do with a page. */
  public enum Verdict {
    /** Take it. */
    RIGHT,
    /** Ask for it again at once, from {@link #doubted}. */
    AGAIN,
    /** Ask for it again later, from where the cursor is. */
    LATER
  }

  /**
   * Judges a page.
   *
   * @param cursor from which it was asked for
   * @param ids of its records
   * @param expected whether it must have records
   */
  public Verdict judge(Cursor cursor, Instant now, Collection<String> ids, boolean expected) {
    boolean right = ids.isEmpty() ? !expected : !repeats(cursor, ids);
    if (right) {
      return Verdict.RIGHT;
    }
    if (again(cursor) < tries) {
      return Verdict.AGAIN;
    }
    return now.isBefore(since(cursor, now).plus(patience)) ? Verdict.LATER : Verdict.RIGHT;
  }

  /** Where to ask again for a page that is not right. */
  public static Cursor doubted(Cursor cursor, Instant now) {
    return Cursors.with(cursor, AGAIN, again(cursor) + 1)
        .with(DOUBTED, since(cursor, now).toString());
  }

  /** The cursor without what was kept of a page. */
  public static Cursor forget(Cursor cursor) {
    return cursor.without(AGAIN).without(DOUBTED).without(BEFORE);
  }

  /** The cursor for the page after one with these records. */
  public static Cursor after(Cursor cursor, Collection<String> ids) {
    Cursor plain = cursor.without(AGAIN).without(DOUBTED);
    return ids.isEmpty() ? plain : plain.with(BEFORE, String.join(" ", samples(ids)));
  }

  private static int again(Cursor cursor) {
    return Cursors.number(cursor, AGAIN);
  }

  private static Instant since(Cursor cursor, Instant now) {
    return Cursors.time(cursor, DOUBTED).orElse(now);
  }

  /**
   * Whether the page has half of what was kept of the page before. It may have less: records move
   * from one page to the next when others come in front of them.
   */
  private static boolean repeats(Cursor cursor, Collection<String> ids) {
    List<String> before =
        cursor.get(BEFORE).map(text -> List.of(text.split(" "))).orElse(List.of());
    Set<String> now = ids.stream().map(PageCheck::digest).collect(Collectors.toSet());
    return !before.isEmpty() && 2 * before.stream().filter(now::contains).count() >= before.size();
  }

  /** A few of the identifiers from all over the page, and short, since the cursor is small. */
  private static List<String> samples(Collection<String> ids) {
    List<String> all = List.copyOf(ids);
    int count = Math.min(SAMPLES, all.size());
    return IntStream.range(0, count)
        .mapToObj(i -> digest(all.get(i * all.size() / count)))
        .toList();
  }

  private static String digest(String id) {
    return HexFormat.of().toHexDigits((short) (id.hashCode() ^ id.hashCode() >>> 16));
  }
}
