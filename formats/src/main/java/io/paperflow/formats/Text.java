package io.paperflow.formats;

import java.util.Locale;

/** White space and characters, the same for all formats. */
final class Text {

  private static final char DELETE = 0x7F;

  private Text() {}

  /** Unicode white space including no-break spaces and next-line, which Java's strip() leaves. */
  static boolean isSpace(char c) {
    if (c > ' ' && c < 0x80) {
      return false;
    }
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
  }

  /** Strips white space at both ends. */
  static String strip(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  /** Strips, and makes one blank of each run of white space. */
  static String oneLine(String text) {
    return isOneLine(text) ? text : joined(text);
  }

  private static boolean isOneLine(String text) {
    boolean space = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean before = space;
      space = isSpace(c);
      if (space && (before || c != ' ')) {
        return false;
      }
    }
    return text.isEmpty() || !space;
  }

  private static String joined(String text) {
    var line = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isSpace(c)) {
        space = true;
      } else {
        if (space && !line.isEmpty()) {
          line.append(' ');
        }
        line.append(c);
        space = false;
      }
    }
    return line.toString();
  }

  /**
   * Leaves out what no text holds: control characters other than tab and line ends, and makes
   * U+FFFD of halves of surrogate pairs, which cannot be written as UTF-8.
   */
  static String clean(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // Nearly all characters are between these two.
      if ((c < ' ' || c >= DELETE) && (isControl(c) || Character.isSurrogate(c))) {
        return cleaned(text);
      }
    }
    return text;
  }

  private static String cleaned(String text) {
    var clean = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> c > 0xFFFF || !isControl((char) c))
        .map(c -> c <= 0xFFFF && Character.isSurrogate((char) c) ? 0xFFFD : c)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean isControl(char c) {
    return c == DELETE || (c < 0x20 && c != '\n' && c != '\t' && c != '\r');
  }

  static boolean hasLetterOrDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
