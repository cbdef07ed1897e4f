package io.paperflow.enricher.links;

import java.util.Optional;
import java.util.Set;

/**
 * The beginning of an address up to its host, also misspelt: {@code https: //}, {@code https:/},
 * {@code htpps://}, {@code http://http://}.
 *
 * @param name {@code http}, {@code https} or {@code ftp}
 * @param end one past it
 * @param mend what had to be repaired
 */
record Scheme(String name, int end, Optional<Mend> mend) {

  private static final Set<String> WEB = Set.of("https", "http");
  private static final Set<String> OTHERS = Set.of("ftp", "ssh", "git");
  private static final Set<String> MISSPELT =
      Set.of(
          "htpps", "htps", "htp", "ttps", "ttp", "htts", "hppts", "htttps", "htttp", "httpss",
          "httpps", "hxxps", "hxxp", "httos", "htpp");
  private static final String MARKS = "://";
  private static final int LONGEST_NAME = 6;
  private static final int MOST_MARKS = 8;
  private static final int MOST_DOUBLED = 3;

  /**
   * Where a scheme begins whose slashes, or whose host when they are missing, are at an index.
   *
   * @return -1 when there is none
   */
  static int startBefore(String text, int at, int floor) {
    int end = at;
    boolean colon = false;
    while (end > floor && at - end < MOST_MARKS && isMark(text.charAt(end - 1))) {
      end--;
      colon |= text.charAt(end) == ':' || text.charAt(end) == ';';
    }
    if (!colon && !text.startsWith("//", at)) {
      return -1;
    }
    int start = end;
    while (start > floor && end - start < LONGEST_NAME && Ascii.isLetter(text.charAt(start - 1))) {
      start--;
    }
    String word = Domains.lower(text.substring(start, end));
    if (isKnown(text, word, end)) {
      return start;
    }
    if (word.endsWith("https")) {
      return end - "https".length();
    }
    return word.endsWith("http") ? end - "http".length() : -1;
  }

  /** The scheme a text begins with. */
  static Optional<Scheme> read(String text) {
    Optional<Scheme> scheme = one(text, 0);
    for (int i = 0; i < MOST_DOUBLED && scheme.isPresent(); i++) {
      Optional<Scheme> next = one(text, scheme.get().end);
      if (next.isEmpty()) {
        break;
      }
      scheme = next.map(s -> new Scheme(s.name, s.end, Optional.of(Mend.TYPO)));
    }
    return scheme;
  }

  private static Optional<Scheme> one(String text, int at) {
    int letters = at;
    while (letters < text.length() && Ascii.isLetter(text.charAt(letters))) {
      letters++;
    }
    String word = Domains.lower(text.substring(at, letters));
    int end = letters;
    boolean colon = false;
    while (end < text.length() && end - letters < MOST_MARKS && isMark(text.charAt(end))) {
      colon |= text.charAt(end) == ':' || text.charAt(end) == ';';
      end++;
    }
    return isKnown(text, word, letters) && (colon || text.startsWith("//", letters))
        ? Optional.of(new Scheme(name(word), end, mend(word, text.substring(letters, end))))
        : Optional.empty();
  }

  /** Whether a word is a scheme; only those of the web are known without their marks. */
  private static boolean isKnown(String text, String word, int end) {
    return WEB.contains(word)
        || MISSPELT.contains(word)
        || (OTHERS.contains(word) && text.startsWith(MARKS, end));
  }

  private static Optional<Mend> mend(String word, String marks) {
    if (MISSPELT.contains(word)) {
      return Optional.of(Mend.TYPO);
    }
    if (marks.equals(MARKS)) {
      return Optional.empty();
    }
    boolean split = marks.replace(" ", "").replace("\n", "").equals(MARKS);
    return Optional.of(split ? Mend.SPLIT : Mend.TYPO);
  }

  private static String name(String word) {
    return switch (word) {
      case "ftp" -> "ftp";
      case "ssh", "git" -> "https";
      default -> word.endsWith("s") ? "https" : "http";
    };
  }

  private static boolean isMark(char c) {
    return c == ':' || c == ';' || c == '/' || c == '\\' || Repaired.isBlank(c);
  }
}
