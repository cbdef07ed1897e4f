package io.paperflow.formats;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The bytes of a document that are being cut: at most one part's limit. For one thread. */
final class Window {

  private static final int DISCARD_BYTES = 64 * 1024;

  private final InputStream document;
  private final byte[] bytes;
  private int filled;

  Window(InputStream document, int limit) {
    this.document = document;
    this.bytes = new byte[limit];
  }

  /** Reads until there are so many bytes, or as many as fit; false when the document ends first. */
  boolean fill(int wanted) throws IOException {
    int goal = Math.min(wanted, bytes.length);
    while (filled < goal) {
      int read = document.read(bytes, filled, goal - filled);
      if (read < 0) {
        return false;
      }
      filled += read;
    }
    return true;
  }

  byte[] bytes() {
    return bytes;
  }

  int filled() {
    return filled;
  }

  /** Takes so many bytes out of the window's beginning. */
  byte[] take(int length) {
    byte[] taken = Arrays.copyOf(bytes, length);
    drop(length);
    return taken;
  }

  void drop(int length) {
    System.arraycopy(bytes, length, bytes, 0, filled - length);
    filled -= length;
  }

  /** Drops everything to the end of the line, which may be far beyond the window. */
  void dropLine() throws IOException {
    do {
      int end = Lines.end(bytes, 0, filled);
      if (end >= 0) {
        drop(end + 1);
        return;
      }
      filled = 0;
    } while (fill(DISCARD_BYTES) || filled > 0);
  }
}
