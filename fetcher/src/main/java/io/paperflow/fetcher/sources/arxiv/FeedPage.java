package io.paperflow.fetcher.sources.arxiv;

import io.paperflow.fetcher.source.Fingerprint;
import io.paperflow.fetcher.sources.page.XmlPage;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a feed of the day holds, RSS or Atom, as far as reading it must know.
 *
 * @param items how many papers
 * @param shownAt midnight US Eastern, from which it is shown
 */
record FeedPage(int items, Optional<Instant> shownAt) {

  /** When the feed was made, which says nothing of the papers. */
  private static final Pattern MADE =
      Pattern.compile("<(lastBuildDate|updated)>[^<]*</(lastBuildDate|updated)>");

  /** Reads a feed; empty when it is none, or cut off. */
  static Optional<FeedPage> read(byte[] bytes) {
    try {
      XMLStreamReader xml = XmlPage.open(bytes);
      try {
        xml.nextTag();
        String root = xml.getLocalName();
        return root.equals("rss") || root.equals("feed")
            ? Optional.of(page(xml))
            : Optional.empty();
      } finally {
        xml.close();
      }
    } catch (XMLStreamException e) {
      return Optional.empty();
    }
  }

  /** Equal for feeds of the same papers. */
  static String fingerprint(byte[] bytes) {
    return Fingerprint.without(MADE, bytes);
  }

  private static FeedPage page(XMLStreamReader xml) throws XMLStreamException {
    int items = 0;
    Optional<Instant> shownAt = Optional.empty();
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT) {
        String name = xml.getLocalName();
        if (name.equals("item") || name.equals("entry")) {
          items++;
        } else if (items == 0 && name.equals("pubDate")) {
          shownAt = time(xml.getElementText().strip());
        }
      }
    }
    return new FeedPage(items, shownAt);
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(
          OffsetDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
