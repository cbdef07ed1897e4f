package io.paperflow.catalogue.feed;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;

/** RSS 2.0 with the Dublin Core for authors, as the RSS Advisory Board's best practices advise. */
final class Rss {

  private Rss() {}

  static byte[] write(Feed feed) {
    XmlWriter xml =
        new XmlWriter()
            .begin(
                "rss",
                "version",
                "2.0",
                "xmlns:dc",
                "http://purl.org/dc/elements/1.1/",
                "xmlns:atom",
                "http://www.w3.org/2005/Atom")
            .begin("channel")
            .element("title", feed.title())
            .element("link", feed.page())
            .element("description", feed.title())
            .element("lastBuildDate", date(feed.updated()))
            .empty("atom:link", "rel", "self", "type", "application/rss+xml", "href", feed.self())
            .element("generator", "paperflow");
    feed.items().forEach(item -> item(xml, item));
    return xml.end().end().bytes();
  }

  private static void item(XmlWriter xml, FeedItem item) {
    xml.begin("item")
        .element("guid", item.id(), "isPermaLink", "false")
        .element("title", item.title())
        .element("link", item.page())
        .element("pubDate", date(item.published()));
    item.authors().forEach(name -> xml.element("dc:creator", name));
    item.categories().forEach(category -> xml.element("category", category));
    xml.element("description", html(item)).end();
  }

  /** Readers take a description for HTML. */
  private static String html(FeedItem item) {
    String code =
        item.code().stream()
            .map(PlainText::html)
            .map(url -> url.replace("\"", "&quot;"))
            .map(url -> "<p>Code: <a href=\"" + url + "\">" + url + "</a></p>")
            .collect(Collectors.joining());
    return "<p>" + PlainText.html(item.text()) + "</p>" + code;
  }

  private static String date(Instant time) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC));
  }
}
