package io.paperflow.enricher.links;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Reads path, query and fragment: where they end, and where they only seem to. */
final class PathReader {

  /**
   * What was read.
   *
   * @param tail path, query and fragment
   * @param trace where their characters ended in the text
   * @param mends what had to be repaired
   */
  record Path(String tail, Traced trace, Set<Mend> mends) {}

  private final Breaks breaks;
  private final Names names;

  PathReader(Breaks breaks, Names names) {
    this.breaks = breaks;
    this.names = names;
  }

  /** Reads on from a host's end; a colon after the host of a secure shell address is a slash. */
  Path read(String text, int hostEnd, HostRule rule, boolean shell) {
    Traced tail = new Traced(hostEnd);
    Set<Mend> mends = EnumSet.noneOf(Mend.class);
    int at = hostEnd;
    if (shell && text.startsWith(":", at)) {
      tail.append('/', ++at);
    }
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Repaired.isBlank(c)) {
        Optional<Breaks.Break> over = breaks.over(text, at, tail, rule);
        if (over.isEmpty()) {
          break;
        }
        mends.add(over.get().mend());
        at = over.get().next();
      } else if (endsBefore(text, at, tail)) {
        break;
      } else {
        tail.append(c, ++at);
      }
    }
    String all = tail.toString();
    String kept = all.substring(0, withoutPunctuation(all));
    int prose = beforeProse(kept);
    if (prose < kept.length()) {
      mends.add(Mend.GLUED);
    }
    return new Path(kept.substring(0, prose), tail, mends);
  }

  private static boolean endsBefore(String text, int at, Traced tail) {
    char c = text.charAt(at);
    if (tail.length() == 0) {
      return c != '/' && c != '?' && c != '#';
    }
    return !Ascii.isUrl(c) || (c == 'h' && startsOther(text, at, tail));
  }

  /** Whether another address begins here: two run on, rather than one inside the other. */
  private static boolean startsOther(String text, int at, Traced tail) {
    if (!text.startsWith("http://", at) && !text.startsWith("https://", at)) {
      return false;
    }
    String before = tail.toString();
    return !before.contains("=") && !before.startsWith("/web/");
  }

  private static int withoutPunctuation(String tail) {
    int end = tail.length();
    while (end > 0 && isPunctuation(tail, end)) {
      end--;
    }
    return end;
  }

  private static boolean isPunctuation(String tail, int end) {
    char c = tail.charAt(end - 1);
    if (c == ')') {
      return count(tail, end, '(') < count(tail, end, ')');
    }
    return ".,;:!?*%&(".indexOf(c) >= 0
        || (c == '-' && tail.startsWith("--", end - 2))
        || (c == '-' && end < tail.length() && tail.charAt(end) == '-');
  }

  private static long count(String text, int end, char c) {
    return text.chars().limit(end).filter(x -> x == c).count();
  }

  private int beforeProse(String tail) {
    int end = tail.length();
    while (end > 0 && tail.charAt(end - 1) == '/') {
      end--;
    }
    int start = tail.lastIndexOf('/', end - 1) + 1;
    if (start == 0 || Address.pathEnd(tail) < tail.length()) {
      return tail.length();
    }
    int kept = start + names.beforeProse(tail.substring(start, end));
    return kept < end ? kept : tail.length();
  }
}
