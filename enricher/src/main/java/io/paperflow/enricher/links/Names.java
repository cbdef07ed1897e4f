package io.paperflow.enricher.links;

import java.util.Set;

/** Where the names of owners and repositories end, and what of a path segment is their name. */
final class Names {

  private final Set<String> suffixes;
  private final Set<String> gluedProse;

  Names(Lexicon lexicon) {
    suffixes = lexicon.list("name-suffix");
    gluedProse = lexicon.list("glued-prose");
  }

  /**
   * The name a path segment begins with, without {@code .git}, empty when there is none. The raw
   * address may be longer: see {@link #rawLength}.
   */
  String name(String segment) {
    String raw = segment.substring(0, rawLength(segment));
    boolean git = raw.length() > 4 && Ascii.startsWith(raw, raw.length() - 4, ".git");
    String name = git ? raw.substring(0, raw.length() - 4) : raw;
    return name.chars().allMatch(c -> c == '.') ? "" : name;
  }

  /** How many characters of a path segment belong to its name, {@code .git} included. */
  int rawLength(String segment) {
    int end = 0;
    while (end < segment.length() && Ascii.isName(segment.charAt(end))) {
      end++;
    }
    end = beforeProse(segment.substring(0, end));
    while (end > 0 && segment.charAt(end - 1) == '.') {
      end--;
    }
    return end;
  }

  /**
   * How much of a text is left of a sentence that follows a full stop without a blank: {@code b.We}
   * is {@code b}, but {@code b.js} and {@code b.PyTorch} are names.
   */
  int beforeProse(String text) {
    for (int dot = text.indexOf('.', 1); dot >= 0; dot = text.indexOf('.', dot + 1)) {
      int end = dot + 1;
      while (end < text.length() && Ascii.isLetter(text.charAt(end))) {
        end++;
      }
      if (isProse(text.substring(dot + 1, end))) {
        return dot;
      }
    }
    return text.length();
  }

  private boolean isProse(String word) {
    if (word.isEmpty() || suffixes.contains(Domains.lower(word))) {
      return false;
    }
    boolean capitalised =
        Ascii.isUpper(word.charAt(0))
            && word.chars().skip(1).noneMatch(c -> Ascii.isUpper((char) c));
    return capitalised || gluedProse.contains(word);
  }
}
