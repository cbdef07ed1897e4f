package io.paperflow.testkit.apis;

import io.paperflow.testkit.world.Arxiv.FeedItem;
import io.paperflow.testkit.world.ArxivCalendar;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** RSS 2.0 as rss.arxiv.org writes it. */
final class RssText implements FeedText {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss xx", Locale.ENGLISH);

  @Override
  public String mediaType() {
    return "application/rss+xml; charset=utf-8";
  }

  @Override
  public String write(FeedHead head, List<FeedItem> items) {
    String address = "http://rss.arxiv.org/rss/" + head.query();
    ZonedDateTime midnight = midnight(head.day());
    Xml xml =
        Xml.document()
            .open(
                "rss",
                "xmlns:arxiv",
                "http://arxiv.org/schemas/atom",
                "xmlns:dc",
                "http://purl.org/dc/elements/1.1/",
                "xmlns:atom",
                "http://www.w3.org/2005/Atom",
                "xmlns:content",
                "http://purl.org/rss/1.0/modules/content/",
                "version",
                "2.0")
            .open("channel")
            .leaf("title", head.title())
            .leaf("link", address)
            .leaf("description", head.description())
            .empty("atom:link", "href", address, "rel", "self", "type", "application/rss+xml")
            .leaf("docs", "http://www.rssboard.org/rss-specification")
            .leaf("language", "en-us")
            .leaf(
                "lastBuildDate",
                TIME.format(midnight.plusSeconds(6).withZoneSameInstant(ZoneOffset.UTC)))
            .leaf("managingEditor", "rss-help@arxiv.org")
            .leaf("pubDate", TIME.format(midnight))
            .open("skipDays")
            .leaf("day", "Sunday")
            .leaf("day", "Saturday")
            .close();
    items.forEach(item -> item(xml, head, item));
    return xml.close().close().toString();
  }

  private static void item(Xml xml, FeedHead head, FeedItem item) {
    xml.open("item")
        .leaf("title", item.version().title())
        .leaf("link", "https://arxiv.org/abs/" + item.paper().id())
        .leaf("description", head.summary(item))
        .leaf("guid", FeedText.guid(item), "isPermaLink", "false");
    item.paper().categories().forEach(c -> xml.leaf("category", c));
    xml.leaf("pubDate", TIME.format(midnight(head.day())))
        .leaf("arxiv:announce_type", head.announceType(item))
        .leaf("dc:rights", item.paper().licence())
        .leaf("dc:creator", FeedText.creators(item.paper().authors()))
        .close();
  }

  private static ZonedDateTime midnight(LocalDate day) {
    return day.atStartOfDay(ArxivCalendar.EASTERN);
  }
}
