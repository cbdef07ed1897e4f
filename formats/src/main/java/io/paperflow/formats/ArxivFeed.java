package io.paperflow.formats;

import io.paperflow.schemas.RawDocument;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * arXiv's daily announcements as RSS 2.0 or Atom (https://info.arxiv.org/help/rss.html). One
 * without items is that of a day without announcement.
 */
final class ArxivFeed implements Format {

  private static final XmlNames NAMES = XmlNames.of("item", "entry");
  private static final String ERROR = "Feed error for query";

  @Override
  public String mediaType() {
    return MediaTypes.ARXIV_FEED;
  }

  @Override
  public String source() {
    return Sources.ARXIV_RSS;
  }

  @Override
  public boolean recognises(Head head) {
    return head.xml()
        .filter(shape -> shape.root().equals("rss") || shape.root().equals("feed"))
        .filter(ArxivFeed::isAnnouncement)
        .isPresent();
  }

  static boolean isAnnouncement(XmlShape shape) {
    return shape.names().contains("announce_type") || shape.mentions("//rss.arxiv.org/");
  }

  @Override
  public Optional<Recognition.Refused> refusal(Head head) {
    return XmlRefusals.documentType(head)
        .or(
            () ->
                XmlRefusals.first(head, "title", XmlReader::text)
                    .filter(title -> title.startsWith(ERROR))
                    .map(title -> XmlRefusals.error("arXiv", title + reason(head))));
  }

  private static String reason(Head head) {
    return XmlRefusals.first(head, "description", XmlReader::text)
        .or(() -> XmlRefusals.first(head, "subtitle", XmlReader::text))
        .map(words -> ": " + words)
        .orElse("");
  }

  @Override
  public void cut(InputStream document, PartSize size, PartConsumer parts) throws IOException {
    new XmlCutter(document, size, parts, NAMES).cut();
  }

  @Override
  public void read(RawDocument document, Consumer<Reading> out) {
    new XmlRecords(document, NAMES, out).read(FeedItem::read, this);
  }
}
