package io.paperflow.testkit.apis;

import io.paperflow.testkit.world.Arxiv.FeedItem;
import java.time.LocalDate;
import java.util.List;

/**
 * What a feed says of itself.
 *
 * @param query as it stands in the address
 * @param categories of the feed, or archives
 * @param day of the Eastern calendar
 */
record FeedHead(
    String query, List<String> categories, LocalDate day, String title, String description) {

  static FeedHead of(String query, List<String> categories, LocalDate day) {
    String names = String.join(", ", categories);
    return new FeedHead(
        query,
        categories,
        day,
        names + " updates on arXiv.org",
        names + " updates on the arXiv.org e-print archive.");
  }

  static FeedHead error(String query, LocalDate day) {
    return new FeedHead(
        query,
        List.of(),
        day,
        "Feed error for query: http://rss.arxiv.org/rss/" + query,
        "Bad subject class in '" + query + "'.");
  }

  /** What kind of news an item is in this feed. */
  String announceType(FeedItem item) {
    String primary = item.paper().categories().getFirst();
    boolean own =
        categories.stream().anyMatch(c -> primary.equals(c) || primary.startsWith(c + "."));
    boolean replaced = item.version().number() > 1;
    if (replaced) {
      return own ? "replace" : "replace-cross";
    }
    return own ? "new" : "cross";
  }

  /** An item's text, which begins with what it is. */
  String summary(FeedItem item) {
    return "arXiv:%sv%d Announce Type: %s \nAbstract: %s"
        .formatted(
            item.paper().id(), item.version().number(), announceType(item), item.version().text());
  }
}
