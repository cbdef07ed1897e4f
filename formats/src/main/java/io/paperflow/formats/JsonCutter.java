package io.paperflow.formats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Cuts JSON text between its elements (see {@link JsonElements}). A part is a list of elements with
 * their bytes unchanged; the list of the last part stays open when the document is cut off.
 */
final class JsonCutter {

  private static final int READ_BYTES = 64 * 1024;
  private static final int BRACKETS = 2;

  private final PartSize size;
  private final PartConsumer parts;
  private final Optional<String> list;
  private JsonElements elements = new JsonElements();
  private final ByteArrayOutputStream part = new ByteArrayOutputStream();
  private final ByteArrayOutputStream element = new ByteArrayOutputStream();
  private boolean oversized;

  /**
   * Cuts a document between its elements.
   *
   * @param list the name of the list in an object, where the elements are those of one; the object
   *     begins with it, or with not much before it
   */
  JsonCutter(Optional<String> list, PartSize size, PartConsumer parts) {
    this.list = list;
    this.size = size;
    this.parts = parts;
  }

  void cut(InputStream document) throws IOException {
    byte[] first = document.readNBytes(Math.max(size.target() + 1, Head.BYTES));
    if (first.length <= size.target()) {
      if (first.length > 0) {
        parts.part(first);
      }
      return;
    }
    JsonStart start = JsonStart.of(first, first.length, list);
    elements = start.elements();
    scan(first, start.at(), first.length);
    byte[] buffer = new byte[READ_BYTES];
    for (int read = document.read(buffer); read >= 0; read = document.read(buffer)) {
      scan(buffer, 0, read);
    }
    finish();
  }

  private void scan(byte[] bytes, int from, int to) throws IOException {
    int start = from;
    boolean inside = element.size() > 0;
    for (int i = from; i < to; i++) {
      switch (elements.next(bytes[i])) {
        case OUTSIDE -> start = i + 1;
        case INSIDE -> inside = true;
        case LAST -> {
          append(bytes, start, i + 1);
          finishElement();
          start = i + 1;
          inside = false;
        }
        case AFTER -> {
          append(bytes, start, i);
          finishElement();
          start = i + 1;
          inside = false;
        }
      }
    }
    if (inside) {
      append(bytes, start, to);
    }
  }

  private void append(byte[] bytes, int from, int to) {
    int room = size.limit() - BRACKETS - element.size();
    oversized |= to - from > room;
    element.write(bytes, from, Math.min(to - from, room));
  }

  private void finishElement() throws IOException {
    add();
    if (part.size() >= size.target()) {
      pass(true);
    }
  }

  private void add() throws IOException {
    if (oversized) {
      parts.unreadable(Fragments.oversized(element.toByteArray(), size.limit()));
      oversized = false;
    } else {
      if (part.size() + element.size() + BRACKETS > size.limit()) {
        pass(true);
      }
      part.write(part.size() == 0 ? '[' : ',');
      element.writeTo(part);
    }
    element.reset();
  }

  private void finish() throws IOException {
    boolean open = elements.isOpen();
    if (element.size() > 0) {
      add();
    }
    if (open && part.size() == 0) {
      part.write('[');
    }
    if (part.size() > 0) {
      pass(!open);
    }
  }

  private void pass(boolean closed) throws IOException {
    if (closed) {
      part.write(']');
    }
    parts.part(part.toByteArray());
    part.reset();
  }
}
