package io.paperflow.enricher.links;

import java.util.Set;

/** Tells the rest of a broken name from the words of a sentence. */
final class Prose {

  private static final Set<String> PAGE_ENDINGS = Set.of(".html", ".htm", ".php", ".pdf", ".aspx");

  private final Set<String> words;

  Prose(Set<String> words) {
    this.words = words;
  }

  /** Whether the name of an address goes on at an index, after a blank. */
  boolean isName(String text, int at) {
    int end = tokenEnd(text, at);
    String token = text.substring(at, end);
    if (!isToken(text, at, end)) {
      return false;
    }
    return isMarked(token)
        || isBeforeSlash(text, end)
        || (endsSentence(text, end)
            ? !words.contains(Domains.lower(token))
            : !isWord(token) && !isPlain(token));
  }

  /** Whether a name that was broken after a hyphen goes on at an index: names seldom end in one. */
  boolean isAfterHyphen(String text, int at) {
    int end = tokenEnd(text, at);
    return isToken(text, at, end)
        && (!Ascii.isUpper(text.charAt(at)) || !isWord(text.substring(at, end)));
  }

  /** Whether the name of a page stands at an index, which no sentence begins with. */
  boolean isPage(String text, int at) {
    String token = Domains.lower(text.substring(at, tokenEnd(text, at)));
    return PAGE_ENDINGS.stream().anyMatch(token::endsWith);
  }

  private static boolean isToken(String text, int at, int end) {
    return end > at && Ascii.isAlphanumeric(text.charAt(at)) && !text.startsWith(":", end);
  }

  /** Whether a token is a word that may follow an address; "open-source" is told by "open". */
  private boolean isWord(String token) {
    String lower = Domains.lower(token);
    int hyphen = lower.indexOf('-');
    return words.contains(lower) || (hyphen > 0 && words.contains(lower.substring(0, hyphen)));
  }

  /** Whether a token is a word in lower case, such as sentences are made of. */
  private static boolean isPlain(String token) {
    return token.chars().allMatch(c -> c >= 'a' && c <= 'z');
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

  /** Whether a token looks like no word of a sentence: {@code s3_kit}, {@code MyRepo}. */
  private static boolean isMarked(String token) {
    for (int i = 0; i < token.length(); i++) {
      char c = token.charAt(i);
      if (Ascii.isDigit(c) || "_/.".indexOf(c) >= 0 || (i > 0 && Ascii.isUpper(c))) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsSentence(String text, int end) {
    int next = end;
    while (next < text.length() && Repaired.isBlank(text.charAt(next))) {
      next++;
    }
    return next == text.length()
        || (next == end ? ".,;)}]>\"'|?#" : ".,;)(|").indexOf(text.charAt(next)) >= 0;
  }

  private static boolean isBeforeSlash(String text, int end) {
    return text.startsWith(" / ", end);
  }
}
