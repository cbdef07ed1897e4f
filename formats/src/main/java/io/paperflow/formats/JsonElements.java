package io.paperflow.formats;

/**
 * Finds the elements of JSON text byte by byte: the elements of top-level lists, or top-level
 * values that follow each other. Knows strings and nesting only, so an element it finds need not be
 * valid. A line end within a string, which JSON forbids, ends the string, so that a missing quote
 * costs little of a document in lines.
 */
final class JsonElements {

  /** What a byte is to the elements. */
  enum Step {
    /** Not part of an element. */
    OUTSIDE,
    /** The element's first byte or one after it. */
    INSIDE,
    /** The element's last byte. */
    LAST,
    /** The byte after the element's last one, not part of it. */
    AFTER
  }

  /** Takes the elements of a document. */
  interface Consumer {
    /**
     * An element; not complete, and perhaps empty, when the document ends within it or its list.
     */
    void element(int from, int to, boolean complete);
  }

  private boolean inList;
  private boolean inElement;
  private boolean inString;
  private boolean escaped;
  private int depth;

  Step next(byte b) {
    if (inString) {
      return inString(b);
    }
    if (!inElement) {
      return outside(b);
    }
    switch (b) {
      case '"' -> inString = true;
      case '{', '[' -> depth++;
      case '}', ']' -> {
        if (depth == 0) {
          inList &= b != ']';
          return end(Step.AFTER);
        }
        if (--depth == 0) {
          return end(Step.LAST);
        }
      }
      default -> {
        if (depth == 0 && (b == ',' || Lines.isBlank(b))) {
          return end(Step.AFTER);
        }
      }
    }
    return Step.INSIDE;
  }

  private Step inString(byte b) {
    if (escaped) {
      escaped = false;
    } else if (b == '\\') {
      escaped = true;
    } else if (b == '"' || b == '\n') {
      inString = false;
      if (depth == 0) {
        return end(Step.LAST);
      }
    }
    return Step.INSIDE;
  }

  private Step outside(byte b) {
    if (Lines.isBlank(b) || b == ',') {
      return Step.OUTSIDE;
    }
    if (b == '[' && !inList) {
      inList = true;
      return Step.OUTSIDE;
    }
    if (b == ']' && inList) {
      inList = false;
      return Step.OUTSIDE;
    }
    inElement = true;
    inString = b == '"';
    depth = b == '{' || b == '[' ? 1 : 0;
    return Step.INSIDE;
  }

  private Step end(Step step) {
    inElement = false;
    return step;
  }

  /** Whether the text so far is no complete document: a list, text or object is open. */
  boolean isOpen() {
    return inList || inString || depth > 0;
  }

  /** Calls the consumer for each element of a document. */
  static void forEach(byte[] bytes, Consumer consumer) {
    var elements = new JsonElements();
    int start = -1;
    for (int i = ByteOrderMark.length(bytes); i < bytes.length; i++) {
      Step step = elements.next(bytes[i]);
      if (start < 0 && step != Step.OUTSIDE) {
        start = i;
      }
      if (step == Step.LAST || step == Step.AFTER) {
        consumer.element(start, step == Step.LAST ? i + 1 : i, true);
        start = -1;
      }
    }
    if (start >= 0 || elements.isOpen()) {
      consumer.element(start < 0 ? bytes.length : start, bytes.length, !elements.isOpen());
    }
  }
}
