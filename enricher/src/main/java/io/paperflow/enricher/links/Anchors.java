package io.paperflow.enricher.links;

/**
 * The cheap scan: places that may belong to an address, from left to right. No address is without a
 * slash or a full stop before a letter, and prose has few of either.
 */
final class Anchors {

  private static final int UNKNOWN = -2;
  private static final int NONE = Integer.MAX_VALUE;

  private final String text;
  private int slash = UNKNOWN;
  private int dot = UNKNOWN;

  Anchors(String text) {
    this.text = text;
  }

  /** The first anchor at an index or after it, -1 when there is none. Indices only grow. */
  int next(int from) {
    if (slash < from) {
      slash = nextSlash(from);
    }
    if (dot < from) {
      dot = nextDot(from);
    }
    int first = Math.min(slash, dot);
    return first == NONE ? -1 : first;
  }

  /** The next slash that does not follow another, which tells nothing more. */
  private int nextSlash(int from) {
    int found = text.indexOf('/', from);
    while (found > 0 && text.charAt(found - 1) == '/') {
      found = text.indexOf('/', found + 1);
    }
    return found < 0 ? NONE : found;
  }

  private int nextDot(int from) {
    int found = text.indexOf('.', from);
    while (found >= 0) {
      if (found + 1 < text.length() && Ascii.isLetter(text.charAt(found + 1))) {
        return found;
      }
      found = text.indexOf('.', found + 1);
    }
    return NONE;
  }
}
