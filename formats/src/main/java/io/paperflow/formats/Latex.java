package io.paperflow.formats;

import java.util.Optional;

/**
 * Turns the accents and letters that TeX writes with commands into Unicode, as in {@code \'e},
 * {@code {\"o}}, {@code \v{c}}, {@code \ss}. Mathematics, addresses and all other commands stay as
 * they are. For one text.
 */
final class Latex {

  /** Commands whose argument is an address, in which nothing is a command. */
  private static final String ADDRESS = "\\url{";

  private static final String LINK = "\\href{";

  private final String text;
  private final StringBuilder out;
  private int at;

  private Latex(String text) {
    this.text = text;
    this.out = new StringBuilder(text.length());
  }

  /** The text with its accents and letters in Unicode. */
  static String toUnicode(String text) {
    return text.indexOf('\\') < 0 ? text : new Latex(text).converted();
  }

  private String converted() {
    while (at < text.length()) {
      char c = text.charAt(at);
      switch (c) {
        case '$' -> copy(mathEnd(at));
        case '{' -> group();
        case '\\' -> command();
        default -> copy(at + 1);
      }
    }
    return out.toString();
  }

  private void copy(int to) {
    out.append(text, at, to);
    at = to;
  }

  /** After {@code $…$} or {@code $$…$$}; only after the sign when it stands alone. */
  private int mathEnd(int from) {
    String sign = text.startsWith("$$", from) ? "$$" : "$";
    int inside = from + sign.length();
    int end = text.indexOf(sign, inside);
    while (end > 0 && text.charAt(end - 1) == '\\') {
      end = text.indexOf(sign, end + 1);
    }
    return end < 0 ? inside : end + sign.length();
  }

  /** Braces that do nothing but hold an accented letter or a letter's command go. */
  private void group() {
    Optional<LatexLetter> letter = LatexLetter.at(text, at + 1);
    if (letter.isPresent() && text.startsWith("}", letter.get().end())) {
      out.append(letter.get().unicode());
      at = letter.get().end() + 1;
    } else {
      copy(at + 1);
    }
  }

  private void command() {
    if (text.startsWith("\\(", at) || text.startsWith("\\[", at)) {
      int end = text.indexOf(text.charAt(at + 1) == '(' ? "\\)" : "\\]", at);
      copy(end < 0 ? text.length() : end + 2);
      return;
    }
    if (text.startsWith(ADDRESS, at) || text.startsWith(LINK, at)) {
      int end = text.indexOf('}', at);
      copy(end < 0 ? text.length() : end + 1);
      return;
    }
    Optional<LatexLetter> letter = LatexLetter.at(text, at);
    if (letter.isPresent()) {
      out.append(letter.get().unicode());
      at = letter.get().afterBlanks(text);
    } else {
      // The next character belongs to the command, also when it is a dollar sign or a brace.
      copy(Math.min(at + 2, text.length()));
    }
  }
}
