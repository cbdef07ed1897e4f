package io.paperflow.fetcher.sources.arxiv;

import io.paperflow.fetcher.source.Fingerprint;
import io.paperflow.fetcher.sources.page.XmlPage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What an answer of the query API holds, as far as paging must know it.
 *
 * @param total results in all
 * @param start place of the page's first result, from 0
 * @param ids of the entries
 */
record AtomPage(int total, int start, List<String> ids) {

  private static final byte[] ENTRY = {'<', 'e', 'n', 't', 'r', 'y'};

  AtomPage {
    ids = List.copyOf(ids);
  }

  /** Reads an answer; empty when it is none, or cut off. */
  static Optional<AtomPage> read(byte[] bytes) {
    try {
      XMLStreamReader xml = XmlPage.open(bytes);
      try {
        xml.nextTag();
        return xml.getLocalName().equals("feed") ? page(xml) : Optional.empty();
      } finally {
        xml.close();
      }
    } catch (XMLStreamException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<AtomPage> page(XMLStreamReader xml) throws XMLStreamException {
    Optional<Integer> total = Optional.empty();
    int start = 0;
    List<String> ids = new ArrayList<>();
    boolean inEntry = false;
    while (xml.hasNext()) {
      if (xml.next() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      switch (xml.getLocalName()) {
        case "totalResults" -> total = Optional.of(Integer.valueOf(xml.getElementText().strip()));
        case "startIndex" -> start = Integer.parseInt(xml.getElementText().strip());
        case "entry" -> inEntry = true;
        case "id" -> {
          if (inEntry) {
            ids.add(xml.getElementText().strip());
            inEntry = false;
          }
        }
        default -> {}
      }
    }
    int first = start;
    return total.map(count -> new AtomPage(count, first, ids));
  }

  /** Equal for answers with the same entries; before these stands when it was answered. */
  static String fingerprint(byte[] bytes) {
    int from = 0;
    while (from + ENTRY.length <= bytes.length
        && !Arrays.equals(bytes, from, from + ENTRY.length, ENTRY, 0, ENTRY.length)) {
      from++;
    }
    return Fingerprint.of(Arrays.copyOfRange(bytes, from, bytes.length));
  }
}
