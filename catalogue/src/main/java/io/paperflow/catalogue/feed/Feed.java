package io.paperflow.catalogue.feed;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Papers to be followed by a feed reader. Equal papers give equal bytes, so that a reader can be
 * told that nothing is new.
 *
 * @param id an IRI that names the feed
 * @param self address of the feed
 * @param page address of the page with the same papers
 */
public record Feed(String id, String title, String self, String page, List<FeedItem> items) {

  public Feed {
    title = PlainText.of(title);
    items = List.copyOf(items);
  }

  /** When anything in it last changed; the epoch when it is empty. */
  Instant updated() {
    return items.stream()
        .map(FeedItem::updated)
        .max(Comparator.naturalOrder())
        .orElse(Instant.EPOCH);
  }
}
