package io.paperflow.enricher.links;

/** Words that differ by one slip of the finger. */
final class Typos {

  private Typos() {}

  /** Whether two words differ by one letter too many, too few or wrong, or two letters swapped. */
  static boolean isOneApart(String a, String b) {
    int head = 0;
    int shorter = Math.min(a.length(), b.length());
    while (head < shorter && a.charAt(head) == b.charAt(head)) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && a.charAt(a.length() - 1 - tail) == b.charAt(b.length() - 1 - tail)) {
      tail++;
    }
    int left = a.length() - head - tail;
    int right = b.length() - head - tail;
    boolean swapped =
        left == 2
            && right == 2
            && a.charAt(head) == b.charAt(head + 1)
            && a.charAt(head + 1) == b.charAt(head);
    return Math.max(left, right) == 1 || swapped;
  }
}
