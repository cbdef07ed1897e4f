package io.paperflow.enricher.links;

import java.util.Arrays;

/** Text that is put together from another, and for each character where it ended there. */
final class Traced {

  private final StringBuilder chars = new StringBuilder();
  private final int start;
  private int[] ends = new int[128];

  /** Nothing yet, at an index of the other text. */
  Traced(int start) {
    this.start = start;
  }

  void append(char c, int end) {
    if (chars.length() == ends.length) {
      ends = Arrays.copyOf(ends, ends.length * 2);
    }
    ends[chars.length()] = end;
    chars.append(c);
  }

  int length() {
    return chars.length();
  }

  char last() {
    return chars.charAt(chars.length() - 1);
  }

  /** Where the first {@code length} characters end in the other text. */
  int end(int length) {
    return length == 0 ? start : ends[length - 1];
  }

  @Override
  public String toString() {
    return chars.toString();
  }
}
