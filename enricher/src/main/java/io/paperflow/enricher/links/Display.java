package io.paperflow.enricher.links;

/** The text LaTeX shows for a link, which is no link of its own. */
final class Display {

  private static final int LONGEST = 400;

  private Display() {}

  /** Where to read on after an address: past the display of {@code \href{u}{display}}. */
  static int end(String text, int start, int end) {
    return text.startsWith("}{", end) && isOpened(text, start) ? close(text, end + 1) : end;
  }

  /** Where an address ends that a lost command left as {@code u{u}}. */
  static int doubledEnd(String text, int start, int end) {
    int length = end - start;
    boolean doubled =
        text.startsWith("{", end)
            && text.regionMatches(end + 1, text, start, length)
            && text.startsWith("}", end + 1 + length);
    return doubled ? end + length + 2 : end;
  }

  /** Where the text shown for an address ends, whose braces follow it; its end when none does. */
  static int textEnd(String text, int end) {
    int open = text.startsWith("}{", end) ? end + 1 : end;
    return text.startsWith("{", open) ? close(text, open) : end;
  }

  private static boolean isOpened(String text, int start) {
    int at = start;
    while (at > 0 && Repaired.isBlank(text.charAt(at - 1))) {
      at--;
    }
    return at > 0 && text.charAt(at - 1) == '{';
  }

  private static int close(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length() && i - open < LONGEST; i++) {
      depth += text.charAt(i) == '{' ? 1 : 0;
      depth -= text.charAt(i) == '}' ? 1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    return open;
  }
}
