package io.paperflow.formats;

import java.util.Optional;

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

  private final boolean oneList;
  private boolean listEnded;
  private boolean inList;
  private boolean inElement;
  private boolean inString;
  private boolean escaped;
  private int depth;

  /** All top-level values, or the elements of lists among them. */
  JsonElements() {
    this(false);
  }

  private JsonElements(boolean oneList) {
    this.oneList = oneList;
  }

  /** The elements of the one list with which the bytes begin, whatever follows it. */
  static JsonElements ofOneList() {
    return new JsonElements(true);
  }

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
          endList(b);
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
    if (listEnded || Lines.isBlank(b) || b == ',') {
      return Step.OUTSIDE;
    }
    if (b == '[' && !inList) {
      inList = true;
      return Step.OUTSIDE;
    }
    if (b == ']' && inList) {
      endList(b);
      return Step.OUTSIDE;
    }
    inElement = true;
    inString = b == '"';
    depth = b == '{' || b == '[' ? 1 : 0;
    return Step.INSIDE;
  }

  private void endList(byte b) {
    if (b == ']') {
      inList = false;
      listEnded = oneList;
    }
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
    forEach(bytes, Optional.empty(), consumer);
  }

  /** Calls the consumer for each element of a document, or of its list of this name. */
  static void forEach(byte[] bytes, Optional<String> list, Consumer consumer) {
    JsonStart begin = JsonStart.of(bytes, bytes.length, list);
    JsonElements elements = begin.elements();
    int start = -1;
    for (int i = begin.at(); i < bytes.length; i++) {
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
