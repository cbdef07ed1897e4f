package io.paperflow.fetcher.sources.arxiv;

import io.paperflow.fetcher.sources.page.XmlPage;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What an answer of OAI-PMH holds (http://www.openarchives.org/OAI/openarchivesprotocol.html), as
 * far as harvesting must know it.
 *
 * @param headers of the records, in their order
 * @param token for the next page, in either form arXiv has written them; an empty one is none
 * @param error in place of a list
 */
record OaiPage(List<Header> headers, Optional<String> token, Optional<Problem> error) {

  private static final String ID_PREFIX = "oai:arXiv.org:";

  /**
   * A record's header.
   *
   * @param id arXiv's own
   * @param datestamp day of the last change
   */
  record Header(String id, LocalDate datestamp) {}

  /** Why there is no list: a code of the protocol, and words. */
  record Problem(String code, String text) {}

  OaiPage {
    headers = List.copyOf(headers);
  }

  /** Reads an answer; empty when it is none of OAI-PMH, or cut off. */
  static Optional<OaiPage> read(byte[] bytes) {
    try {
      XMLStreamReader xml = XmlPage.open(bytes);
      try {
        xml.nextTag();
        return xml.getLocalName().equals("OAI-PMH")
            ? Optional.of(new Reading(xml).page())
            : Optional.empty();
      } finally {
        xml.close();
      }
    } catch (XMLStreamException | DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The records' identifiers. */
  List<String> ids() {
    return headers.stream().map(Header::id).toList();
  }

  /** The identifiers by day of the last change. */
  Map<LocalDate, Set<String>> byDay() {
    Map<LocalDate, Set<String>> byDay = new TreeMap<>();
    headers.forEach(h -> byDay.computeIfAbsent(h.datestamp(), _ -> new TreeSet<>()).add(h.id()));
    return byDay;
  }

  private static final class Reading {

    private final XMLStreamReader xml;
    private final List<Header> headers = new ArrayList<>();
    private Optional<String> token = Optional.empty();
    private Optional<Problem> error = Optional.empty();
    private String id = "";

    Reading(XMLStreamReader xml) {
      this.xml = xml;
    }

    /** Reads to the end, so that a page which is cut off is no page. */
    OaiPage page() throws XMLStreamException {
      boolean inMetadata = false;
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT && !inMetadata) {
          inMetadata = xml.getLocalName().equals("metadata");
          element();
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          inMetadata &= !xml.getLocalName().equals("metadata");
        }
      }
      return new OaiPage(headers, token, error);
    }

    private void element() throws XMLStreamException {
      switch (xml.getLocalName()) {
        case "identifier" -> id = withoutPrefix(xml.getElementText().strip());
        case "datestamp" ->
            headers.add(new Header(id, LocalDate.parse(xml.getElementText().strip())));
        case "resumptionToken" ->
            token = Optional.of(xml.getElementText().strip()).filter(t -> !t.isEmpty());
        case "error" -> {
          String code = Optional.ofNullable(xml.getAttributeValue(null, "code")).orElse("");
          error = Optional.of(new Problem(code, xml.getElementText().strip()));
        }
        default -> {}
      }
    }

    private static String withoutPrefix(String text) {
      return text.startsWith(ID_PREFIX) ? text.substring(ID_PREFIX.length()) : text;
    }
  }
}
