package io.paperflow.testkit.apis;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes XML, indented; names and attributes as they are given. */
final class Xml {

  private final StringBuilder text = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  private Xml() {}

  static Xml document() {
    Xml xml = new Xml();
    xml.text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    return xml;
  }

  /**
   * Begins an element.
   *
   * @param attributes names and values by turns
   */
  Xml open(String name, String... attributes) {
    start(name, attributes);
    text.append(">\n");
    open.push(name);
    return this;
  }

  /** Ends the innermost element. */
  Xml close() {
    String name = open.pop();
    indent();
    text.append("</").append(name).append(">\n");
    return this;
  }

  /** An element with text. */
  Xml leaf(String name, String content, String... attributes) {
    start(name, attributes);
    text.append('>').append(escaped(content)).append("</").append(name).append(">\n");
    return this;
  }

  /** An element without content. */
  Xml empty(String name, String... attributes) {
    start(name, attributes);
    text.append("/>\n");
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }

  static String escaped(String content) {
    return content.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private void start(String name, String... attributes) {
    indent();
    text.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      text.append(' ').append(attributes[i]).append("=\"");
      text.append(escaped(attributes[i + 1]).replace("\"", "&quot;")).append('"');
    }
  }

  private void indent() {
    text.append("  ".repeat(open.size()));
  }
}
