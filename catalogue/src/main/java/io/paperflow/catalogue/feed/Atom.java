package io.paperflow.catalogue.feed;

/** The Atom Syndication Format, RFC 4287. */
final class Atom {

  private Atom() {}

  static byte[] write(Feed feed) {
    XmlWriter xml =
        new XmlWriter()
            .begin("feed", "xmlns", "http://www.w3.org/2005/Atom")
            .element("id", feed.id())
            .element("title", feed.title())
            .element("updated", feed.updated().toString())
            .empty("link", "rel", "self", "type", "application/atom+xml", "href", feed.self())
            .empty("link", "rel", "alternate", "type", "text/html", "href", feed.page())
            .element("generator", "paperflow");
    feed.items().forEach(item -> entry(xml, item));
    return xml.end().bytes();
  }

  private static void entry(XmlWriter xml, FeedItem item) {
    xml.begin("entry")
        .element("id", item.id())
        .element("title", item.title())
        .element("published", item.published().toString())
        .element("updated", item.updated().toString())
        .empty("link", "rel", "alternate", "type", "text/html", "href", item.page());
    item.code().forEach(url -> xml.empty("link", "rel", "related", "title", "Code", "href", url));
    if (item.authors().isEmpty()) {
      // Each entry must have one.
      xml.begin("author").element("name", "unknown").end();
    }
    item.authors().forEach(name -> xml.begin("author").element("name", name).end());
    item.categories().forEach(category -> xml.empty("category", "term", category));
    xml.element("summary", item.text()).end();
  }
}
