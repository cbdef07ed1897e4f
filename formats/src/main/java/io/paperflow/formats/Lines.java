package io.paperflow.formats;

/** Lines of bytes. */
final class Lines {

  /** Takes the lines of a document. */
  interface Consumer {
    /** A line that is not blank, without the blanks around it. */
    void line(int from, int to);
  }

  private Lines() {}

  /** White space, and the zero bytes that a broken copy leaves. */
  static boolean isBlank(byte b) {
    return b >= 0 && b <= ' ';
  }

  /** Calls the consumer for each line that is not blank. */
  static void forEach(byte[] bytes, Consumer consumer) {
    int from = ByteOrderMark.length(bytes);
    while (from < bytes.length) {
      int lineEnd = end(bytes, from, bytes.length);
      int next = lineEnd < 0 ? bytes.length : lineEnd;
      int start = from;
      int to = next;
      while (start < to && isBlank(bytes[start])) {
        start++;
      }
      while (to > start && isBlank(bytes[to - 1])) {
        to--;
      }
      if (start < to) {
        consumer.line(start, to);
      }
      from = next + 1;
    }
  }

  /** The position of the first line end in a range, or -1. */
  static int end(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  /** The position of the last line end in a range, or -1. */
  static int lastEnd(byte[] bytes, int from, int to) {
    for (int i = to - 1; i >= from; i--) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }
}
