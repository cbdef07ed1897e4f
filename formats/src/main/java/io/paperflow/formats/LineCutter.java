package io.paperflow.formats;

import java.io.IOException;
import java.io.InputStream;

/** Cuts a document whose records are lines. Looks for a line end only where a part may end. */
final class LineCutter {

  private final PartSize size;
  private final PartConsumer parts;

  LineCutter(PartSize size, PartConsumer parts) {
    this.size = size;
    this.parts = parts;
  }

  void cut(InputStream document) throws IOException {
    var window = new Window(document, size.limit());
    boolean more = window.fill(size.target() + 1);
    while (more) {
      int end = Lines.lastEnd(window.bytes(), 0, size.target());
      if (end < 0) {
        more = window.fill(size.limit());
        end = Lines.end(window.bytes(), size.target(), window.filled());
      }
      if (end >= 0) {
        parts.part(window.take(end + 1));
        more = window.fill(size.target() + 1);
      } else if (more) {
        parts.unreadable(Fragments.oversized(window.bytes(), size.limit()));
        window.dropLine();
        more = window.fill(size.target() + 1);
      }
    }
    if (window.filled() > 0) {
      parts.part(window.take(window.filled()));
    }
  }
}
