package io.paperflow.enricher.links;

import java.util.Set;

/** Tells the rest of a broken name from the words of a sentence. */
final class Prose {

  private final Set<String> words;

  Prose(Set<String> words) {
    this.words = words;
  }

  /** Whether the name of an address goes on at an index, after a blank. */
  boolean isName(String text, int at) {
    int end = tokenEnd(text, at);
    String token = text.substring(at, end);
    return isBeforeSlash(text, at, end)
        || (isNoWord(text, at, end) && (isMarked(token) || endsSentence(text, end)));
  }

  /** Whether a name that was broken at a hyphen goes on at an index. */
  boolean isAfterHyphen(String text, int at) {
    int end = tokenEnd(text, at);
    return isNoWord(text, at, end) && (!Ascii.isUpper(text.charAt(at)) || isName(text, at));
  }

  private boolean isNoWord(String text, int at, int end) {
    return end > at
        && Ascii.isAlphanumeric(text.charAt(at))
        && !text.startsWith(":", end)
        && !words.contains(Domains.lower(text.substring(at, end)))
        && !words.contains(Domains.lower(firstPart(text.substring(at, end))));
  }

  /** "open" of "open-source": a word with a hyphen is told by its first part. */
  private static String firstPart(String token) {
    int hyphen = token.indexOf('-');
    return hyphen < 0 ? token : token.substring(0, hyphen);
  }

  private static int tokenEnd(String text, int at) {
    int end = at;
    while (end < text.length() && (Ascii.isName(text.charAt(end)) || text.charAt(end) == '/')) {
      end++;
    }
    while (end > at && text.charAt(end - 1) == '.') {
      end--;
    }
    return end;
  }

  /** Whether a token looks like no word of a sentence: {@code my-kit}, {@code MyRepo}. */
  private static boolean isMarked(String token) {
    for (int i = 0; i < token.length(); i++) {
      char c = token.charAt(i);
      if (Ascii.isDigit(c) || "_/.-".indexOf(c) >= 0 || (i > 0 && Ascii.isUpper(c))) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsSentence(String text, int end) {
    return end >= text.length() || ".,;)}]>\"'|".indexOf(text.charAt(end)) >= 0;
  }

  private static boolean isBeforeSlash(String text, int at, int end) {
    return end > at && text.startsWith(" / ", end);
  }
}
