package io.paperflow.enricher.links;

import java.util.List;
import java.util.Optional;

/**
 * The beginning of an address up to its host, also misspelt: {@code https: //}, {@code https:/},
 * {@code htpps://}, {@code http://http://}.
 *
 * @param name {@code http}, {@code https} or {@code ftp}
 * @param end one past it
 * @param mend what had to be repaired
 */
record Scheme(String name, int end, Optional<Mend> mend) {

  private static final String FILES = "ftp";
  private static final List<String> WEB = List.of("https", "http");
  private static final List<String> OTHERS = List.of(FILES, "ssh", "git");
  private static final String MARKS = "://";
  private static final int SHORTEST_NAME = 4;
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
    if (isKnown(text, start, end)) {
      return start;
    }
    for (String name : WEB) {
      if (end - name.length() >= start && Ascii.startsWith(text, end - name.length(), name)) {
        return end - name.length();
      }
    }
    return -1;
  }

  /** The scheme at an index of a text. */
  static Optional<Scheme> read(String text, int at) {
    Optional<Scheme> scheme = one(text, at);
    for (int i = 0; i < MOST_DOUBLED && scheme.isPresent(); i++) {
      Optional<Scheme> next = one(text, scheme.get().end);
      if (next.isEmpty()) {
        break;
      }
      scheme = next.map(s -> new Scheme(s.name, s.end, Optional.of(Mend.TYPO)));
    }
    return scheme;
  }

  /** One past the scheme that {@link #read} reads, or the index itself when there is none. */
  static int endAt(String text, int at) {
    int end = at;
    for (int i = 0; i <= MOST_DOUBLED; i++) {
      int next = marksEnd(text, end, lettersEnd(text, end));
      if (next < 0) {
        break;
      }
      end = next;
    }
    return end;
  }

  private static Optional<Scheme> one(String text, int at) {
    int letters = lettersEnd(text, at);
    int end = marksEnd(text, at, letters);
    return end < 0
        ? Optional.empty()
        : Optional.of(new Scheme(name(text, at, letters), end, mend(text, at, letters, end)));
  }

  private static int lettersEnd(String text, int at) {
    int end = at;
    while (end < text.length() && end - at <= LONGEST_NAME && Ascii.isLetter(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** One past the marks behind the letters of a scheme, -1 when they are none. */
  private static int marksEnd(String text, int at, int letters) {
    if (!isKnown(text, at, letters)) {
      return -1;
    }
    int end = letters;
    boolean colon = false;
    while (end < text.length() && end - letters < MOST_MARKS && isMark(text.charAt(end))) {
      colon |= text.charAt(end) == ':' || text.charAt(end) == ';';
      end++;
    }
    return colon || text.startsWith("//", letters) ? end : -1;
  }

  /** Whether a word is a scheme; only those of the web are known without their marks. */
  private static boolean isKnown(String text, int at, int end) {
    return isOneOf(WEB, text, at, end)
        || (text.startsWith(MARKS, end) && isOneOf(OTHERS, text, at, end))
        || (text.startsWith(":", end) && isMisspelt(text, at, end));
  }

  private static boolean isOneOf(List<String> names, String text, int at, int end) {
    for (String name : names) {
      if (end - at == name.length() && Ascii.startsWith(text, at, name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMisspelt(String text, int at, int end) {
    if (end - at < SHORTEST_NAME - 1 || end - at > LONGEST_NAME) {
      return false;
    }
    String word = Domains.lower(text.substring(at, end));
    return !OTHERS.contains(word) && WEB.stream().anyMatch(name -> Typos.isOneApart(word, name));
  }

  private static Optional<Mend> mend(String text, int at, int letters, int end) {
    if (!isOneOf(WEB, text, at, letters) && !isOneOf(OTHERS, text, at, letters)) {
      return Optional.of(Mend.TYPO);
    }
    if (end - letters == MARKS.length() && text.startsWith(MARKS, letters)) {
      return Optional.empty();
    }
    boolean split = text.substring(letters, end).replace(" ", "").replace("\n", "").equals(MARKS);
    return Optional.of(split ? Mend.SPLIT : Mend.TYPO);
  }

  private static String name(String text, int at, int end) {
    if (isOneOf(OTHERS, text, at, end)) {
      return Ascii.startsWith(text, at, FILES) ? FILES : "https";
    }
    return "sS".indexOf(text.charAt(end - 1)) >= 0 ? "https" : "http";
  }

  private static boolean isMark(char c) {
    return c == ':' || c == ';' || c == '/' || c == '\\' || Repaired.isBlank(c);
  }
}
