package io.paperflow.catalogue.feed;

/** Text as every feed format can hold it. */
final class PlainText {

  private PlainText() {}

  /**
   * The text on one line, without the characters that XML 1.0 forbids (its production 2): controls,
   * halves of surrogate pairs, U+FFFE and U+FFFF.
   */
  static String of(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> Character.isWhitespace(c) ? ' ' : c)
        .filter(PlainText::isAllowed)
        .forEach(plain::appendCodePoint);
    return plain.toString().strip();
  }

  private static boolean isAllowed(int c) {
    boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return c >= ' ' && !half && c != 0xFFFE && c != 0xFFFF;
  }

  /** The text as HTML that shows it. */
  static String html(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
