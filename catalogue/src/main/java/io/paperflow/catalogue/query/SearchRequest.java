package io.paperflow.catalogue.query;

import java.util.Optional;

/**
 * One page of a search.
 *
 * @param order {@link Order#DATE} whatever is asked for when there are no words to be relevant to
 * @param size most hits on the page, 1 to {@link #MAX_SIZE}
 * @param cursor where the page begins; the first page has none
 * @param detail what the page has beside its papers
 */
public record SearchRequest(
    SearchText text,
    Filters filters,
    Order order,
    int size,
    Optional<Cursor> cursor,
    Detail detail) {

  /** Hits on a page when nothing else is asked for. */
  public static final int DEFAULT_SIZE = 20;

  /** Most hits on a page. */
  public static final int MAX_SIZE = 100;

  public SearchRequest {
    if (size < 1 || size > MAX_SIZE) {
      throw new IllegalArgumentException("size must be 1 to " + MAX_SIZE + ", is " + size);
    }
    order = text.wanted().isEmpty() && order == Order.RELEVANCE ? Order.DATE : order;
  }

  /** A page that people look at. */
  public SearchRequest(
      SearchText text, Filters filters, Order order, int size, Optional<Cursor> cursor) {
    this(text, filters, order, size, cursor, Detail.WHOLE);
  }

  /** The newest papers. */
  public static SearchRequest newest(int size) {
    return new SearchRequest(
        SearchText.parse(""), Filters.NONE, Order.DATE, size, Optional.empty());
  }

  /** The same search with other filters, from its first page. */
  public SearchRequest with(Filters other) {
    return new SearchRequest(text, other, order, size, Optional.empty(), detail);
  }

  /** The same search in another order, from its first page. */
  public SearchRequest with(Order other) {
    return new SearchRequest(text, filters, other, size, Optional.empty(), detail);
  }

  /** The page of this search which begins at the cursor; empty for the first. */
  public SearchRequest at(Optional<Cursor> other) {
    return new SearchRequest(text, filters, order, size, other, detail);
  }

  /** Whether the cursor, if any, was made for this text, these filters and this order. */
  public boolean ownsCursor() {
    return cursor.stream().allMatch(c -> c.search() == fingerprint());
  }

  /** The same for all pages of one search, and hardly ever for two searches. */
  public long fingerprint() {
    return Fingerprint.of(text.text(), filters, order);
  }
}
