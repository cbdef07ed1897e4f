package io.paperflow.formats;

import com.fasterxml.aalto.UncheckedStreamException;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.io.Stax2ByteArraySource;

/**
 * Reads elements of XML text. Entities other than the five of XML, document types and nesting
 * beyond {@value #DEPTH_LIMIT} elements are refused. For one thread.
 */
final class XmlReader implements AutoCloseable {

  private static final int DEPTH_LIMIT = 64;

  private static final XMLInputFactory FACTORY = factory();

  /** Takes one element within another. */
  interface Child {
    /** Reads the element that has just begun, or as much of it as is wanted. */
    void read(String localName) throws RecordException;
  }

  private final XMLStreamReader xml;

  /** Bytes before those of the record, which count in no message. */
  private final int before;

  private int depth;

  /**
   * Begins to read.
   *
   * @param before how many of the bytes are not the record's
   */
  XmlReader(byte[] bytes, int from, int length, int before) throws RecordException {
    this.before = before;
    try {
      xml = FACTORY.createXMLStreamReader(new Stax2ByteArraySource(bytes, from, length));
    } catch (XMLStreamException e) {
      throw new RecordException(Reading.Code.MALFORMED, "not XML: " + firstLine(e));
    }
  }

  private static XMLInputFactory factory() {
    var factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    return factory;
  }

  /** Goes on to the next element of one of these names that begins, and says which it is. */
  String toElement(String... localNames) throws RecordException {
    List<String> wanted = List.of(localNames);
    while (next() != XMLStreamConstants.START_ELEMENT || !wanted.contains(xml.getLocalName())) {
      // Before the element.
    }
    return xml.getLocalName();
  }

  /** Calls the reader for each element within the one that has just begun, and reads its end. */
  void children(Child child) throws RecordException {
    int inside = depth;
    while (depth >= inside) {
      if (next() == XMLStreamConstants.START_ELEMENT) {
        child.read(xml.getLocalName());
        while (depth > inside) {
          next();
        }
      }
    }
  }

  /** The text of the element that has just begun, and of the elements within it, to its end. */
  String text() throws RecordException {
    int inside = depth;
    String first = "";
    StringBuilder all = null;
    while (true) {
      int event = next();
      if (event == XMLStreamConstants.CHARACTERS
          || event == XMLStreamConstants.CDATA
          || event == XMLStreamConstants.SPACE) {
        String some = characters();
        if (all != null) {
          all.append(some);
        } else if (first.isEmpty()) {
          first = some;
        } else {
          all = new StringBuilder(first).append(some);
        }
      } else if (depth < inside) {
        return all == null ? first : all.toString();
      }
    }
  }

  /** The text with something in it, stripped. */
  Optional<String> content() throws RecordException {
    return PaperDraft.content(text());
  }

  /** The value of an attribute without namespace of the element that has just begun. */
  Optional<String> attribute(String name) {
    return Optional.ofNullable(xml.getAttributeValue("", name)).flatMap(PaperDraft::content);
  }

  /** The namespace of the element that has just begun; empty when it has none. */
  String namespace() {
    String uri = xml.getNamespaceURI();
    return uri == null ? "" : uri;
  }

  private int next() throws RecordException {
    try {
      int event = xml.next();
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (++depth > DEPTH_LIMIT) {
            throw new RecordException(
                Reading.Code.TOO_LARGE, "elements are nested more than " + DEPTH_LIMIT + " deep");
          }
        }
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw new RecordException(
                Reading.Code.MALFORMED, "the entity &" + xml.getLocalName() + "; is not XML's");
        case XMLStreamConstants.END_DOCUMENT ->
            throw new RecordException(Reading.Code.MALFORMED, "an element is missing");
        default -> {
          // Text, which the caller takes, comments and instructions.
        }
      }
      return event;
    } catch (XMLStreamException | UncheckedStreamException e) {
      throw malformed(e);
    }
  }

  private String characters() throws RecordException {
    try {
      return xml.getText();
    } catch (UncheckedStreamException e) {
      throw malformed(e);
    }
  }

  private RecordException malformed(Exception e) {
    int at = xml.getLocation().getCharacterOffset() - before;
    return new RecordException(
        Reading.Code.MALFORMED, "not XML at the record's byte %d: %s".formatted(at, firstLine(e)));
  }

  /** The rest of such messages is the position in the text with what stands before the record. */
  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  /** Keeps the names seen for the next reader, and gives the buffers back. */
  @Override
  public void close() throws RecordException {
    try {
      xml.close();
    } catch (XMLStreamException e) {
      throw malformed(e);
    }
  }
}
