package io.paperflow.catalogue.query;

import java.util.List;
import java.util.Optional;

/**
 * Where the next page of a search begins. People see only its {@link #encoded()} form.
 *
 * @param search fingerprint of the search it belongs to
 * @param matching what the first page decided; later pages keep it
 * @param snapshot the point in time all pages are read from, where there is one
 * @param after sort values of the last hit before the page; none before the first
 */
public record Cursor(
    long search, Matching matching, Optional<String> snapshot, List<String> after) {

  public Cursor {
    after = List.copyOf(after);
  }

  /** The same place among the papers as they are now. */
  public Cursor withoutSnapshot() {
    return new Cursor(search, matching, Optional.empty(), after);
  }

  /** A text of letters, digits, {@code -} and {@code _}. */
  public String encoded() {
    return CursorCodec.encode(this);
  }

  /** The cursor of this text; empty when no cursor was ever encoded like it. */
  public static Optional<Cursor> decode(String encoded) {
    return CursorCodec.decode(encoded);
  }
}
