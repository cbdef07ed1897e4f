package io.paperflow.fetcher.agenda;

import java.util.Locale;

/**
 * A way of reading a source.
 *
 * @param source the source's name
 */
public record Task(String source, Kind kind) {

  /** Ways of reading a source; an earlier one goes first when both are due. */
  public enum Kind {
    /** What is new, on schedule. */
    LIVE,
    /** What the source lists and was not published. */
    AUDIT,
    /** What a person asked for. */
    BACKFILL
  }

  /** Under which its progress is kept. */
  public String key() {
    return kind == Kind.LIVE ? source : source + "/" + kind.name().toLowerCase(Locale.ROOT);
  }

  /** Under which a person asks for the backfill of a source. */
  public static String orderKey(String source) {
    return source + "/request";
  }
}
