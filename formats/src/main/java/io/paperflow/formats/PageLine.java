package io.paperflow.formats;

import java.util.regex.Pattern;

/**
 * A line of a text dump and what it is.
 *
 * @param line the line
 * @param kind what it is by its form, or by its place when that says more
 */
record PageLine(TextLine line, Kind kind) {

  /** Longer lines are text. */
  static final int LONGEST_MARK = 150;

  private static final String DOT = "[·•]";
  private static final String AUTHORS = "\\d{1,5} authors?";

  enum Kind {
    BLANK("(?!)"),
    /** Votes or comments. */
    NUMBER("\\d{1,3}(?:,\\d{3})+|\\d{1,6}|\\d{1,4}(?:\\.\\d)?[kK]"),
    /** No votes. */
    DASH("[-–—]"),
    /** Authors, a date or the dot between them. */
    BYLINE(
        AUTHORS
            + "(?:\\s*"
            + DOT
            + ")?|"
            + DOT
            + "(?:\\s*"
            + AUTHORS
            + ")?|(?:[^·•]{0,80}"
            + DOT
            + "\\s*)?"
            + ListedDate.PATTERN
            + "(?:\\s*"
            + DOT
            + "\\s*\\d+)?"),
    /** What the page says around the list. */
    FURNITURE("(?!)"),
    TEXT("(?s).*");

    private final Pattern pattern;

    Kind(String pattern) {
      this.pattern = Pattern.compile(pattern);
    }
  }

  /** The line with the kind that its form tells. */
  static PageLine of(TextLine line) {
    if (line.isBlank()) {
      return new PageLine(line, Kind.BLANK);
    }
    if (line.text().length() > LONGEST_MARK) {
      return new PageLine(line, Kind.TEXT);
    }
    String text = Text.oneLine(line.text());
    for (Kind kind : Kind.values()) {
      if (kind.pattern.matcher(text).matches()) {
        return new PageLine(line, kind);
      }
    }
    return new PageLine(line, Kind.TEXT);
  }

  PageLine as(Kind other) {
    return new PageLine(line, other);
  }

  String text() {
    return line.text();
  }

  boolean is(Kind other) {
    return kind == other;
  }
}
