package io.paperflow.testkit.apis;

import io.paperflow.testkit.world.Arxiv.FeedItem;
import io.paperflow.testkit.world.ArxivCalendar;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Atom as rss.arxiv.org writes it. */
final class AtomText implements FeedText {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

  @Override
  public String mediaType() {
    return "application/atom+xml; charset=utf-8";
  }

  @Override
  public String write(FeedHead head, List<FeedItem> items) {
    String address = "http://rss.arxiv.org/atom/" + head.query();
    Xml xml =
        Xml.document()
            .open(
                "feed",
                "xmlns:arxiv",
                "http://arxiv.org/schemas/atom",
                "xmlns:dc",
                "http://purl.org/dc/elements/1.1/",
                "xmlns",
                "http://www.w3.org/2005/Atom",
                "xml:lang",
                "en-us")
            .leaf("id", address)
            .leaf("title", head.title())
            .leaf("updated", built(head.day()))
            .empty("link", "href", address, "rel", "self", "type", "application/atom+xml")
            .leaf("subtitle", head.description());
    items.forEach(item -> entry(xml, head, item));
    return xml.close().toString();
  }

  private static void entry(Xml xml, FeedHead head, FeedItem item) {
    xml.open("entry")
        .leaf("id", FeedText.guid(item))
        .leaf("title", item.version().title())
        .leaf("updated", built(head.day()))
        .empty(
            "link",
            "href",
            "https://arxiv.org/abs/" + item.paper().id(),
            "rel",
            "alternate",
            "type",
            "text/html")
        .leaf("summary", head.summary(item));
    item.paper().categories().forEach(c -> xml.empty("category", "term", c));
    xml.leaf("published", TIME.format(head.day().atStartOfDay(ArxivCalendar.EASTERN)))
        .leaf("arxiv:announce_type", head.announceType(item))
        .leaf("dc:rights", item.paper().licence())
        .leaf("dc:creator", FeedText.creators(item.paper().authors()))
        .close();
  }

  private static String built(LocalDate day) {
    return TIME.format(
        day.atStartOfDay(ArxivCalendar.EASTERN)
            .plusSeconds(19)
            .withZoneSameInstant(ZoneOffset.UTC));
  }
}
