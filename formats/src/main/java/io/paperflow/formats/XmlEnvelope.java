package io.paperflow.formats;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The elements that are open around a record: what stands before it so that it can be read on its
 * own, with its namespaces, and what closes the document after it. For one thread.
 */
final class XmlEnvelope {

  private static final int DEPTH_LIMIT = 16;

  /** Start tags, and carried elements, that are larger in all are not kept. */
  private static final int BYTES_LIMIT = 64 * 1024;

  private static final class Element {

    private final String name;
    private final byte[] localName;
    private byte[] opening;

    Element(XmlTags tag, byte[] opening) {
      this.name = tag.name();
      this.localName = tag.localName();
      this.opening = opening;
    }
  }

  private final List<Element> open = new ArrayList<>();
  private byte[] opening = {};
  private boolean current = true;

  /** An element begins. */
  void open(XmlTags tag) {
    byte[] bytes = tag.bytes();
    if (open.size() < DEPTH_LIMIT && size() + bytes.length <= BYTES_LIMIT) {
      open.add(new Element(tag, bytes));
      current = false;
    }
  }

  /** An element that the records after it need. */
  void carry(byte[] element) {
    if (!open.isEmpty() && size() + element.length <= BYTES_LIMIT) {
      Element parent = open.getLast();
      int before = parent.opening.length;
      parent.opening = Arrays.copyOf(parent.opening, before + element.length);
      System.arraycopy(element, 0, parent.opening, before, element.length);
      current = false;
    }
  }

  /** An element ends, and those within it that have no end. */
  void close(XmlTags tag) {
    for (int i = open.size() - 1; i >= 0; i--) {
      if (tag.isNamed(open.get(i).localName)) {
        open.subList(i, open.size()).clear();
        current = false;
        return;
      }
    }
  }

  /** Whether an end tag is that of an open element. */
  boolean isClosedBy(XmlTags tag) {
    for (Element element : open) {
      if (tag.isNamed(element.localName)) {
        return true;
      }
    }
    return false;
  }

  /** Whether any element is open. */
  boolean isOpen() {
    return !open.isEmpty();
  }

  private int size() {
    return open.stream().mapToInt(element -> element.opening.length).sum();
  }

  /** The start tags of the open elements; the same array as long as they are the same. */
  byte[] opening() {
    if (!current) {
      var bytes = new ByteArrayOutputStream();
      open.forEach(element -> bytes.writeBytes(element.opening));
      opening = bytes.toByteArray();
      current = true;
    }
    return opening;
  }

  /** The end tags of the open elements. */
  byte[] closing() {
    var tags = new StringBuilder();
    open.reversed().forEach(element -> tags.append("</").append(element.name).append('>'));
    return tags.toString().getBytes(StandardCharsets.UTF_8);
  }
}
