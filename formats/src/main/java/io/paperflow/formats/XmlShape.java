package io.paperflow.formats;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the beginning of an XML document looks like, as far as it can be read.
 *
 * @param root the root element's local name
 * @param names local names of all elements in sight
 * @param text all of it, in lower case
 * @param typed whether a document type stands before the root element
 */
record XmlShape(String root, Set<String> names, String text, boolean typed) {

  private static final String DOCUMENT_TYPE = "<!doctype";

  /** The shape; empty when there is no element. */
  static Optional<XmlShape> of(byte[] bytes) {
    var tags = new XmlTags(bytes);
    var names = new HashSet<String>();
    String root = "";
    int rootFrom = 0;
    int at = 0;
    while (tags.next(at, bytes.length)) {
      String name = new String(tags.localName(), StandardCharsets.UTF_8);
      if (names.isEmpty()) {
        root = name;
        rootFrom = tags.from();
      }
      names.add(name);
      at = tags.to();
    }
    if (names.isEmpty()) {
      return Optional.empty();
    }
    String text = new String(bytes, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
    boolean typed =
        new String(bytes, 0, rootFrom, StandardCharsets.UTF_8)
            .toLowerCase(Locale.ROOT)
            .contains(DOCUMENT_TYPE);
    return Optional.of(new XmlShape(root, names, text, typed));
  }

  /** Whether one of these elements is in sight. */
  boolean hasAny(String... localNames) {
    for (String name : localNames) {
      if (names.contains(name)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the text holds this, in whatever case. */
  boolean mentions(String part) {
    return text.contains(part.toLowerCase(Locale.ROOT));
  }
}
