package io.paperflow.formats;

import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;

/**
 * A letter that TeX writes with a command (The TeXbook, chapter 9).
 *
 * @param unicode the letter
 * @param end after the command in its text
 * @param word whether the command ends with a letter, so that blanks after it only end it
 */
record LatexLetter(String unicode, int end, boolean word) {

  /** Combining characters by the accents' commands. */
  private static final Map<Character, Character> ACCENTS =
      Map.ofEntries(
          Map.entry('`', '\u0300'),
          Map.entry('\'', '\u0301'),
          Map.entry('^', '\u0302'),
          Map.entry('~', '\u0303'),
          Map.entry('=', '\u0304'),
          Map.entry('u', '\u0306'),
          Map.entry('.', '\u0307'),
          Map.entry('"', '\u0308'),
          Map.entry('r', '\u030A'),
          Map.entry('H', '\u030B'),
          Map.entry('v', '\u030C'),
          Map.entry('d', '\u0323'),
          Map.entry('c', '\u0327'),
          Map.entry('k', '\u0328'),
          Map.entry('b', '\u0331'));

  private static final Map<String, String> LETTERS =
      Map.ofEntries(
          Map.entry("ss", "ß"),
          Map.entry("SS", "ẞ"),
          Map.entry("o", "ø"),
          Map.entry("O", "Ø"),
          Map.entry("l", "ł"),
          Map.entry("L", "Ł"),
          Map.entry("ae", "æ"),
          Map.entry("AE", "Æ"),
          Map.entry("oe", "œ"),
          Map.entry("OE", "Œ"),
          Map.entry("aa", "å"),
          Map.entry("AA", "Å"),
          Map.entry("i", "ı"),
          Map.entry("j", "ȷ"),
          Map.entry("dh", "ð"),
          Map.entry("DH", "Ð"),
          Map.entry("dj", "đ"),
          Map.entry("DJ", "Đ"),
          Map.entry("th", "þ"),
          Map.entry("TH", "Þ"),
          Map.entry("ng", "ŋ"),
          Map.entry("NG", "Ŋ"));

  private static final String ESCAPED = "&%#_";

  /** The letter whose command begins at this position, if one does. */
  static Optional<LatexLetter> at(String text, int at) {
    if (at + 1 >= text.length() || text.charAt(at) != '\\') {
      return Optional.empty();
    }
    int wordEnd = wordEnd(text, at + 1);
    if (wordEnd == at + 1) {
      char sign = text.charAt(wordEnd);
      return ESCAPED.indexOf(sign) >= 0
          ? Optional.of(new LatexLetter(String.valueOf(sign), wordEnd + 1, false))
          : accented(text, sign, wordEnd + 1);
    }
    String word = text.substring(at + 1, wordEnd);
    Optional<LatexLetter> letter =
        Optional.ofNullable(LETTERS.get(word)).map(l -> new LatexLetter(l, wordEnd, true));
    return letter.isEmpty() && word.length() == 1 && wordEnd < text.length()
        ? accentedAfterWord(text, word.charAt(0), wordEnd)
        : letter;
  }

  /** {@code \v{c}} or {@code \v c}. */
  private static Optional<LatexLetter> accentedAfterWord(String text, char accent, int end) {
    int base = afterBlanks(text, end);
    boolean divided = base > end || "{\\".indexOf(text.charAt(end)) >= 0;
    return divided ? accented(text, accent, base) : Optional.empty();
  }

  /**
   * An accent over a base that may stand in braces. Without braces only what Unicode has as one
   * character, since a backslash before a quotation mark need not be an accent.
   */
  private static Optional<LatexLetter> accented(String text, char accent, int base) {
    Character combining = ACCENTS.get(accent);
    if (combining == null || base >= text.length()) {
      return Optional.empty();
    }
    boolean braces = text.charAt(base) == '{';
    Optional<LatexLetter> letter = base(text, braces ? base + 1 : base);
    if (letter.isEmpty()) {
      return Optional.empty();
    }
    int end = letter.get().end();
    if (braces && !text.startsWith("}", end)) {
      return Optional.empty();
    }
    String composed = composed(letter.get().unicode(), combining);
    return braces || composed.length() == 1
        ? Optional.of(
            new LatexLetter(composed, braces ? end + 1 : end, !braces && letter.get().word()))
        : Optional.empty();
  }

  private static Optional<LatexLetter> base(String text, int at) {
    if (at < text.length() && Character.isLetter(text.charAt(at))) {
      return Optional.of(new LatexLetter(text.substring(at, at + 1), at + 1, false));
    }
    int end = at < text.length() ? wordEnd(text, at + 1) : at;
    return end > at + 1 && text.charAt(at) == '\\'
        ? Optional.ofNullable(LETTERS.get(text.substring(at + 1, end)))
            .map(letter -> new LatexLetter(letter, end, true))
        : Optional.empty();
  }

  /** An i or j loses its dot to the accent, not to the command. */
  private static String composed(String base, char combining) {
    String dotted =
        switch (base) {
          case "ı" -> "i";
          case "ȷ" -> "j";
          default -> base;
        };
    return Normalizer.normalize(dotted + combining, Normalizer.Form.NFC);
  }

  /** After the blanks, or the empty braces, that only end the command. */
  int afterBlanks(String text) {
    if (!word) {
      return end;
    }
    return text.startsWith("{}", end) ? end + 2 : afterBlanks(text, end);
  }

  private static int afterBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && Text.isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int wordEnd(String text, int from) {
    int at = from;
    while (at < text.length() && isAsciiLetter(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isAsciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
