package io.paperflow.enricher.links;

import java.util.Optional;

/** Decides whether an address goes on after a blank or a line's end. */
final class Breaks {

  /**
   * A blank that is no end.
   *
   * @param next where the address goes on
   * @param mend what is repaired
   */
  record Break(int next, Mend mend) {}

  private static final int WIDEST = 12;

  private final Prose prose;

  Breaks(Prose prose) {
    this.prose = prose;
  }

  /** Looks over the blanks at an index of the text, after the tail read so far. */
  Optional<Break> over(String text, int at, Traced tail, HostRule rule) {
    int next = at;
    int lines = 0;
    while (next < text.length() && Repaired.isBlank(text.charAt(next))) {
      lines += text.charAt(next) == '\n' ? 1 : 0;
      next++;
    }
    if (next == text.length() || next - at > WIDEST || lines > 1) {
      return Optional.empty();
    }
    char last = tail.length() == 0 ? ' ' : tail.last();
    if (last == '-' && lines == 1 && prose.isAfterHyphen(text, next)) {
      return Optional.of(new Break(next, Mend.HYPHEN));
    }
    if ((last == '_' && prose.isAfterHyphen(text, next))
        || (last == '/' && prose.isPage(text, next))) {
      return Optional.of(new Break(next, Mend.SPLIT));
    }
    return rule.wantsMore(tail.toString()) ? inName(text, next, last) : Optional.empty();
  }

  private Optional<Break> inName(String text, int next, char last) {
    if (last == '/' || last == '.') {
      return prose.isName(text, next) ? Optional.of(new Break(next, Mend.SPLIT)) : Optional.empty();
    }
    if (text.charAt(next) != '/' || next + 1 == text.length() || text.charAt(next + 1) == '/') {
      return Optional.empty();
    }
    boolean spaced = Repaired.isBlank(text.charAt(next + 1));
    return Optional.of(new Break(next, spaced ? Mend.SPACED : Mend.SPLIT));
  }
}
