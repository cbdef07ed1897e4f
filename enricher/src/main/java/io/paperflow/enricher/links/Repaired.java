package io.paperflow.enricher.links;

/**
 * A stretch of text as its author meant it: escapes, ligatures and invisible characters undone,
 * every white-space character a blank or a line end. It ends after a few words, whatever follows.
 *
 * @param text the repaired text
 * @param trace where its characters ended in the source
 */
record Repaired(String text, Traced trace) {

  private static final int LONGEST = 2_048;
  private static final int LONGEST_BEGINNING = 320;
  private static final int MOST_BLANKS = 14;

  /** The text from {@code start} on, as far as an address that begins there can matter. */
  static Repaired from(String source, int start) {
    return from(source, start, LONGEST);
  }

  /** The same, as far as its scheme and host reach: for a first look, of which most end there. */
  static Repaired beginning(String source, int start) {
    return from(source, start, LONGEST_BEGINNING);
  }

  private static Repaired from(String source, int start, int longest) {
    Traced trace = new Traced(start);
    int blanks = 0;
    int at = start;
    while (at < source.length() && trace.length() < longest && blanks < MOST_BLANKS) {
      char c = source.charAt(at);
      if (isBlank(c)) {
        blanks += isBlank(source.charAt(at - 1 < start ? at : at - 1)) ? 0 : 1;
        trace.append(c == '\n' ? '\n' : ' ', ++at);
      } else {
        at = repair(source, at, c, trace);
      }
    }
    return new Repaired(trace.toString(), trace);
  }

  private static int repair(String source, int at, char c, Traced trace) {
    for (Escape escape : Escape.startingWith(c)) {
      if (source.startsWith(escape.written(), at)) {
        int end = at + escape.written().length();
        for (int i = 0; i < escape.meant().length(); i++) {
          trace.append(escape.meant().charAt(i), end);
        }
        return end;
      }
    }
    trace.append(c, at + 1);
    return at + 1;
  }

  static boolean isBlank(char c) {
    return Character.isWhitespace(c) || c == '\u00a0';
  }
}
