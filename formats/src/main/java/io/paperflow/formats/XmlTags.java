package io.paperflow.formats;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Steps through the tags of XML text, over comments, CDATA sections, instructions and declarations.
 * Knows nothing else of XML, so that broken text costs no more than the tags it breaks. For one
 * thread.
 */
final class XmlTags {

  /** What a tag does. */
  enum Kind {
    START,
    END,
    EMPTY,
    /** Another tag begins before this one ends. */
    BROKEN
  }

  private static final byte[] COMMENT = ascii("<!--");
  private static final byte[] COMMENT_END = ascii("-->");
  private static final byte[] CDATA = ascii("<![CDATA[");
  private static final byte[] CDATA_END = ascii("]]>");
  private static final byte[] INSTRUCTION_END = ascii("?>");
  private static final byte[] TAG_END = ascii(">");

  private final byte[] bytes;
  private Kind kind = Kind.BROKEN;
  private int from;
  private int to;
  private int localNameFrom;
  private int nameTo;

  /** The tags in an array, whose content may change between two steps. */
  XmlTags(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Finds the next tag in a range. When there is no whole one, {@link #from()} is where the search
   * must go on when more bytes are there: the beginning of what is incomplete, or the range's end.
   */
  boolean next(int start, int end) {
    int i = start;
    while (i >= 0) {
      i = find((byte) '<', i, end);
      from = i < 0 ? end : i;
      if (i < 0 || end - i < 2) {
        return false;
      }
      switch (bytes[i + 1]) {
        case '!' -> i = afterDeclaration(i, end);
        case '?' -> i = after(INSTRUCTION_END, i + 2, end);
        default -> {
          return at(i, end);
        }
      }
    }
    return false;
  }

  /** Whether a whole tag begins at this position, where {@code <} stands. */
  boolean at(int open, int end) {
    from = open;
    boolean closing = open + 1 < end && bytes[open + 1] == '/';
    int i = open + (closing ? 2 : 1);
    localNameFrom = i;
    for (; i < end && isNamePart(bytes[i]); i++) {
      if (bytes[i] == ':') {
        localNameFrom = i + 1;
      }
    }
    nameTo = i;
    byte quote = 0;
    for (; i < end; i++) {
      byte b = bytes[i];
      if (b == '<') {
        to = i;
        kind = Kind.BROKEN;
        return true;
      }
      if (quote != 0) {
        quote = b == quote ? 0 : quote;
      } else if (b == '"' || b == '\'') {
        quote = b;
      } else if (b == '>') {
        to = i + 1;
        kind = closing ? Kind.END : bytes[i - 1] == '/' ? Kind.EMPTY : Kind.START;
        return true;
      }
    }
    return false;
  }

  private int afterDeclaration(int open, int end) {
    if (end - open < CDATA.length) {
      return -1;
    }
    if (startsWith(COMMENT, open)) {
      return after(COMMENT_END, open + COMMENT.length, end);
    }
    return startsWith(CDATA, open)
        ? after(CDATA_END, open + CDATA.length, end)
        : after(TAG_END, open + 2, end);
  }

  /** The position after the next occurrence, or -1. */
  private int after(byte[] what, int start, int end) {
    for (int i = find(what[0], start, end); i >= 0; i = find(what[0], i + 1, end)) {
      if (end - i < what.length) {
        return -1;
      }
      if (startsWith(what, i)) {
        return i + what.length;
      }
    }
    return -1;
  }

  private boolean startsWith(byte[] what, int start) {
    for (int i = 0; i < what.length; i++) {
      if (bytes[start + i] != what[i]) {
        return false;
      }
    }
    return true;
  }

  private int find(byte what, int start, int end) {
    for (int i = start; i < end; i++) {
      if (bytes[i] == what) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isNamePart(byte b) {
    return (b > ' ' || b < 0) && b != '/' && b != '>' && b != '<';
  }

  Kind kind() {
    return kind;
  }

  int from() {
    return from;
  }

  /** After the tag. */
  int to() {
    return to;
  }

  /** The tag. */
  byte[] bytes() {
    return Arrays.copyOfRange(bytes, from, to);
  }

  /** The name without prefix. */
  byte[] localName() {
    return Arrays.copyOfRange(bytes, localNameFrom, nameTo);
  }

  /** The name as written in a start tag. */
  String name() {
    return new String(bytes, from + 1, nameTo - from - 1, StandardCharsets.UTF_8);
  }

  /** Whether this is the name without prefix. */
  boolean isNamed(byte[] localName) {
    return nameTo - localNameFrom == localName.length && startsWith(localName, localNameFrom);
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
