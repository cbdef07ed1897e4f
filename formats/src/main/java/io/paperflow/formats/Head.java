package io.paperflow.formats;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The beginning of a document, by which its format is recognised. */
public final class Head {

  /** How much of a document is looked at. */
  public static final int BYTES = 128 * 1024;

  private static final int OBJECTS = 20;

  private final byte[] bytes;

  private Head(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * The head of a document.
   *
   * @param bytes the document's first {@link #BYTES} bytes, or all of them when it has fewer; not
   *     to be changed afterwards
   */
  public static Head of(byte[] bytes) {
    return new Head(bytes);
  }

  byte[] bytes() {
    return bytes;
  }

  /** Whether this is the whole document. */
  boolean isWhole() {
    return bytes.length < BYTES;
  }

  /** The text, without byte order mark; broken characters are replaced. */
  String text() {
    int mark = ByteOrderMark.length(bytes);
    return new String(bytes, mark, bytes.length - mark, StandardCharsets.UTF_8);
  }

  /** The shapes of the first objects of JSON text. */
  List<JsonShape> jsonObjects() {
    return jsonObjects(Optional.empty());
  }

  /** The shapes of the first objects of JSON text, or of its list of this name. */
  List<JsonShape> jsonObjects(Optional<String> list) {
    var shapes = new ArrayList<JsonShape>();
    if (beginsWith('[') || beginsWith('{')) {
      JsonElements.forEach(
          bytes,
          list,
          (from, to, _) -> {
            if (shapes.size() < OBJECTS) {
              JsonShape.of(bytes, from, to).ifPresent(shapes::add);
            }
          });
    }
    return shapes;
  }

  /** Whether this is one object with these two fields, the first of which is an empty list. */
  boolean isEmptyList(String list, String other) {
    return isWhole()
        && beginsWith('{')
        && jsonObjects(Optional.of(list)).isEmpty()
        && jsonObjects().stream().anyMatch(o -> o.fields().containsAll(Set.of(list, other)));
  }

  /** The shapes of the first objects that fill a line each. */
  List<JsonShape> jsonLines() {
    var shapes = new ArrayList<JsonShape>();
    Lines.forEach(
        bytes,
        (from, to) -> {
          if (shapes.size() < OBJECTS && bytes[from] == '{') {
            JsonShape.of(bytes, from, to).ifPresent(shapes::add);
          }
        });
    return shapes;
  }

  /** The shape of XML text. */
  Optional<XmlShape> xml() {
    return beginsWith('<') ? XmlShape.of(bytes) : Optional.empty();
  }

  /** Whether this is the first byte that is not blank. */
  boolean beginsWith(char first) {
    for (int i = ByteOrderMark.length(bytes); i < bytes.length; i++) {
      if (!Lines.isBlank(bytes[i])) {
        return bytes[i] == first;
      }
    }
    return false;
  }
}
