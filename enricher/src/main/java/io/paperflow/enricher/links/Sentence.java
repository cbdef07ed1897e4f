package io.paperflow.enricher.links;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What stands around a link in its sentence.
 *
 * @param left the words before it, the nearest last, then the text LaTeX shows for it
 * @param before the words before it alone
 * @param right the first words after it
 * @param opens whether the text holds nothing before it
 * @param closes whether the text holds no word after it
 */
record Sentence(
    List<String> left, List<String> before, List<String> right, boolean opens, boolean closes) {

  private static final Set<String> CLAUSE_ENDS = Set.of(",", ";", "|", Tokens.LINK, ")");
  private static final String FOOTNOTE = "\\footnote{";

  private static final int FARTHEST = 600;
  private static final int RIGHT = 80;
  private static final int LONGEST_ABBREVIATION = 6;
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "e.g", "i.e", "eg", "ie", "al", "cf", "vs", "fig", "figs", "sec", "eq", "resp", "approx",
          "no", "vol", "dr", "prof", "st");

  static Sentence around(String text, int start, int end) {
    List<String> before = Tokens.of(text, start(text, start), start);
    List<String> left = new ArrayList<>(before);
    left.addAll(Tokens.of(text, end, Display.textEnd(text, end)));
    List<String> right =
        endsSentence(text, end)
            ? List.of()
            : Tokens.of(text, end, Math.min(text.length(), end + RIGHT));
    boolean opens = left.isEmpty() && text.substring(0, start).isBlank();
    boolean closes = wordStart(text, end) == text.length();
    return new Sentence(List.copyOf(left), before, right, opens, closes);
  }

  private static int wordStart(String text, int from) {
    int at = from;
    while (at < text.length() && !Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Whether the text is only this link. */
  boolean isAlone() {
    return opens && closes && right.isEmpty();
  }

  /**
   * Where the sentence begins that an index belongs to; a footnote with words of its own is one.
   */
  static int start(String text, int index) {
    int least = Math.max(0, index - FARTHEST);
    for (int i = index - 2; i >= least; i--) {
      char c = text.charAt(i);
      boolean blankNext = Character.isWhitespace(text.charAt(i + 1));
      if (blankNext && (c == '!' || c == '?' || (c == '.' && !isAbbreviation(text, i)))) {
        return i + 1;
      }
      if (c == '\n' && text.charAt(i + 1) == '\n') {
        return i + 1;
      }
      if (c == '{'
          && text.startsWith(FOOTNOTE, i + 1 - FOOTNOTE.length())
          && !Tokens.of(text, i + 1, index).isEmpty()) {
        return i + 1;
      }
    }
    return least;
  }

  /**
   * Whether words of a list and a colon stand before the link and make a clause of their own: "…,
   * project page: …".
   */
  boolean isLabelled(Set<String> labels) {
    int last = left.size() - 2;
    if (last < 0 || !left.getLast().equals(":")) {
      return false;
    }
    int before = last;
    while (before >= 0 && labels.contains(left.get(before))) {
      before--;
    }
    return before < last && (before < 0 || CLAUSE_ENDS.contains(left.get(before)));
  }

  private static boolean endsSentence(String text, int end) {
    return end >= text.length()
        || (text.charAt(end) == '.'
            && (end + 1 == text.length() || Character.isWhitespace(text.charAt(end + 1))));
  }

  private static boolean isAbbreviation(String text, int dot) {
    int start = dot;
    while (start > 0
        && dot - start < LONGEST_ABBREVIATION
        && (Character.isLetter(text.charAt(start - 1)) || text.charAt(start - 1) == '.')) {
      start--;
    }
    String word = text.substring(start, dot);
    boolean initial = word.length() == 1 && Ascii.isUpper(word.charAt(0));
    return initial || ABBREVIATIONS.contains(Domains.lower(word));
  }
}
