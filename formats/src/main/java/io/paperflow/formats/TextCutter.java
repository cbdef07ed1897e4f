package io.paperflow.formats;

import java.io.IOException;
import java.io.InputStream;

/**
 * Cuts text before one of its records. A cut is made only where a whole further record is in sight,
 * so that it does not depend on where the bytes read so far happen to end.
 */
final class TextCutter {

  private final PartSize size;
  private final PartConsumer parts;
  private final RecordStarts starts;
  private final Window window;

  /** Whether the window may begin within a record whose beginning was left out. */
  private boolean within;

  TextCutter(InputStream document, PartSize size, PartConsumer parts, RecordStarts starts) {
    this.size = size;
    this.parts = parts;
    this.starts = starts;
    this.window = new Window(document, size.limit());
  }

  void cut() throws IOException {
    int wanted = size.target() + 1;
    while (window.fill(wanted)) {
      int[] found = starts.in(window.bytes(), window.filled(), within);
      boolean full = window.filled() == size.limit();
      if (within && found.length > 0) {
        window.drop(found[0]);
        within = false;
      } else if (!within && found.length > 2) {
        parts.part(window.take(found[found.length - 2]));
      } else if (full && !within && found.length == 2) {
        parts.part(window.take(found[1]));
      } else if (full) {
        leaveOut();
      } else {
        wanted = 2 * window.filled();
        continue;
      }
      wanted = size.target() + 1;
    }
    if (within) {
      int[] found = starts.in(window.bytes(), window.filled(), true);
      window.drop(found.length > 0 ? found[0] : window.filled());
    }
    if (window.filled() > 0) {
      parts.part(window.take(window.filled()));
    }
  }

  /** Drops the lines of a record that fills the window. */
  private void leaveOut() throws IOException {
    if (!within) {
      parts.unreadable(Fragments.oversized(window.bytes(), size.limit()));
    }
    within = true;
    int end = Lines.lastEnd(window.bytes(), 0, window.filled());
    if (end >= 0) {
      window.drop(end + 1);
    } else {
      window.dropLine();
    }
  }
}
