package io.paperflow.fetcher.sources.page;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Opens pages of XML: without DTD and without entities of its own, as they are outside input. */
public final class XmlPage {

  private XmlPage() {}

  /** A reader that stands before the page. */
  public static XMLStreamReader open(byte[] bytes) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
  }

  /** Whether the page is of this root element, and complete. */
  public static boolean isWhole(byte[] bytes, String root) {
    try {
      XMLStreamReader xml = open(bytes);
      try {
        xml.nextTag();
        boolean right = xml.getLocalName().equals(root);
        while (right && xml.hasNext()) {
          xml.next();
        }
        return right;
      } finally {
        xml.close();
      }
    } catch (XMLStreamException e) {
      return false;
    }
  }
}
