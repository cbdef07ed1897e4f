package io.paperflow.enricher.links;

/** Character classes of addresses, which are ASCII. */
final class Ascii {

  private Ascii() {}

  static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  static boolean isLetter(char c) {
    return isUpper(c) || (c >= 'a' && c <= 'z');
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isAlphanumeric(char c) {
    return isLetter(c) || isDigit(c);
  }

  /** Characters of a host's labels; the underscore is no part of the standard but of real names. */
  static boolean isLabel(char c) {
    return isAlphanumeric(c) || c == '-' || c == '_';
  }

  /** Characters of repository names on every forge. */
  static boolean isName(char c) {
    return isLabel(c) || c == '.';
  }

  /** Characters an address may hold, after LINKS.md: those that end it are left out. */
  static boolean isUrl(char c) {
    return c > ' ' && c < 127 && "{}|\\^[]<>\"`'$".indexOf(c) < 0;
  }

  /** Whether the text goes on with a prefix, whatever its case, at an index. */
  static boolean startsWith(String text, int at, String prefix) {
    return text.regionMatches(true, at, prefix, 0, prefix.length());
  }
}
