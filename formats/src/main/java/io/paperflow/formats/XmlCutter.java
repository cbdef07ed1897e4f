package io.paperflow.formats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts XML between its records (see {@link XmlScanner}). A part is a document of its own: what is
 * open around the records, the records with their bytes unchanged, and the end tags, which the last
 * part lacks when the document is cut off.
 */
final class XmlCutter {

  private static final int DISCARD_BYTES = 64 * 1024;

  /** Longer than a record's start tag, which may lie across the end of what is dropped. */
  private static final int TAG_BYTES = 1024;

  private final PartSize size;
  private final PartConsumer parts;
  private final Window window;
  private final XmlScanner scanner;
  private final ByteArrayOutputStream part = new ByteArrayOutputStream();
  private byte[] opening = {};
  private byte[] closing = {};

  XmlCutter(InputStream document, PartSize size, PartConsumer parts, XmlNames names) {
    this.size = size;
    this.parts = parts;
    this.window = new Window(document, size.limit());
    this.scanner = new XmlScanner(window.bytes(), names);
  }

  void cut() throws IOException {
    boolean more = window.fill(size.target() + 1);
    if (!more) {
      if (window.filled() > 0) {
        parts.part(window.take(window.filled()));
      }
      return;
    }
    int at = 0;
    while (true) {
      if (scanner.next(at, window.filled())) {
        add(scanner.from(), scanner.to());
        at = scanner.to();
        continue;
      }
      window.drop(scanner.from());
      at = 0;
      if (!more) {
        finish();
        return;
      }
      if (window.filled() == size.limit()) {
        leaveOut();
      }
      more = window.fill(Math.max(size.target(), 2 * window.filled()));
    }
  }

  private void add(int from, int to) throws IOException {
    append(from, to);
    if (part.size() >= size.target()) {
      pass(closing);
    }
  }

  private void append(int from, int to) throws IOException {
    byte[] around = scanner.envelope().opening();
    if (part.size() > 0 && !Arrays.equals(opening, around)) {
      pass(closing);
    }
    opening = around;
    closing = scanner.envelope().closing();
    if (part.size() > 0 && part.size() + to - from + closing.length > size.limit()) {
      pass(closing);
    }
    if (opening.length + to - from + closing.length > size.limit()) {
      leaveOut(from, to);
      return;
    }
    begin();
    part.write(window.bytes(), from, to - from);
  }

  private void begin() {
    if (part.size() == 0) {
      part.writeBytes(opening);
    }
  }

  private void finish() throws IOException {
    boolean cutOff = scanner.inRecord() || scanner.envelope().isOpen();
    if (scanner.inRecord()) {
      append(0, window.filled());
    } else if (cutOff) {
      opening = scanner.envelope().opening();
      begin();
    }
    if (part.size() > 0) {
      // Without end tags, whoever reads the part knows that something is missing.
      pass(cutOff ? new byte[0] : closing);
    }
  }

  private void pass(byte[] end) throws IOException {
    part.writeBytes(end);
    parts.part(part.toByteArray());
    part.reset();
  }

  private void leaveOut(int from, int to) throws IOException {
    byte[] record = Arrays.copyOfRange(window.bytes(), from, to);
    parts.unreadable(Fragments.oversized(record, size.limit()));
  }

  /** Drops the rest of a record that fills the window. */
  private void leaveOut() throws IOException {
    leaveOut(0, window.filled());
    int next = scanner.resume(1, window.filled());
    while (next < 0) {
      window.drop(window.filled() - Math.min(TAG_BYTES, window.filled()));
      if (!window.fill(window.filled() + DISCARD_BYTES)) {
        next = scanner.resume(0, window.filled());
        window.drop(next < 0 ? window.filled() : next);
        return;
      }
      next = scanner.resume(0, window.filled());
    }
    window.drop(next);
  }
}
