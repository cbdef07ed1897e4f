package io.paperflow.enricher.links;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a stretch of prose in lower case, with colons, commas, semicolons and parentheses.
 * An address is one word; LaTeX commands are none.
 */
final class Tokens {

  /** Stands for an address. */
  static final String LINK = "://";

  /** What stands in a footnote stands aside, as in parentheses. */
  private static final String FOOTNOTE = "\\footnote{";

  /** Between the text and the address of a link in Markdown, which is no parenthesis. */
  private static final String MARKDOWN = "](";

  private static final String MARKS = ":,;()|";

  private Tokens() {}

  static List<String> of(String text, int from, int to) {
    List<String> tokens = new ArrayList<>();
    int at = from;
    while (at < to) {
      char c = text.charAt(at);
      if (isWord(c)) {
        int end = wordEnd(text, at, to);
        if (text.startsWith("://", end)) {
          at = addressEnd(text, end, to);
          tokens.add(LINK);
        } else {
          tokens.add(Domains.lower(text.substring(at, end)));
          at = end;
        }
      } else if (c == '\\') {
        if (text.startsWith(FOOTNOTE, at)) {
          tokens.add("(");
        }
        at = wordEnd(text, at + 1, to);
      } else if (text.startsWith(MARKDOWN, at)) {
        at += MARKDOWN.length();
      } else {
        if (MARKS.indexOf(c) >= 0) {
          tokens.add(String.valueOf(c));
        }
        at++;
      }
    }
    return tokens;
  }

  private static int wordEnd(String text, int at, int to) {
    int end = at;
    while (end < to && isWord(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int addressEnd(String text, int at, int to) {
    int end = at;
    while (end < to && Ascii.isUrl(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '\'' || c == '_';
  }
}
