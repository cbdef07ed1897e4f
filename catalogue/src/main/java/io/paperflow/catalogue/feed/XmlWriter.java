package io.paperflow.catalogue.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes elements and attributes to memory, where nothing can fail. */
final class XmlWriter {

  /** What may throw only because it writes. */
  private interface Step {
    void run(XMLStreamWriter xml) throws XMLStreamException;
  }

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final XMLStreamWriter xml;

  XmlWriter() {
    try {
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, UTF_8.name());
      xml.writeStartDocument(UTF_8.name(), "1.0");
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Begins an element, with names and values of attributes. */
  XmlWriter begin(String name, String... attributes) {
    return step(
        x -> {
          x.writeStartElement(name);
          attributes(x, attributes);
        });
  }

  XmlWriter end() {
    return step(XMLStreamWriter::writeEndElement);
  }

  XmlWriter element(String name, String text, String... attributes) {
    return begin(name, attributes).step(x -> x.writeCharacters(text)).end();
  }

  XmlWriter empty(String name, String... attributes) {
    return step(
        x -> {
          x.writeEmptyElement(name);
          attributes(x, attributes);
        });
  }

  byte[] bytes() {
    step(XMLStreamWriter::writeEndDocument).step(XMLStreamWriter::flush);
    return bytes.toByteArray();
  }

  private static void attributes(XMLStreamWriter xml, String... attributes)
      throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], attributes[i + 1]);
    }
  }

  private XmlWriter step(Step step) {
    try {
      step.run(xml);
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }
}
