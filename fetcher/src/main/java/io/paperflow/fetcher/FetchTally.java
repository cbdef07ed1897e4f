package io.paperflow.fetcher;

/**
 * How far a fetch is.
 *
 * @param documents documents read to their end
 * @param published raw documents published: documents, or parts of large ones
 * @param unchanged those left out because the same content was published before
 * @param refused documents, or records too large for a part, that became dead letters
 * @param bytes content read
 */
public record FetchTally(int documents, long published, long unchanged, int refused, long bytes) {

  static final FetchTally NOTHING = new FetchTally(0, 0, 0, 0, 0);

  FetchTally read(int bytesRead, boolean changed) {
    return new FetchTally(
        documents,
        published + (changed ? 1 : 0),
        unchanged + (changed ? 0 : 1),
        refused,
        bytes + bytesRead);
  }

  FetchTally refusal() {
    return new FetchTally(documents, published, unchanged, refused + 1, bytes);
  }

  FetchTally ended() {
    return new FetchTally(documents + 1, published, unchanged, refused, bytes);
  }

  /** A line for people. */
  @Override
  public String toString() {
    String parts =
        "read %d documents, %.1f MB: %d published"
            .formatted(documents, (double) bytes / 1e6, published);
    if (unchanged > 0) {
      parts += ", " + unchanged + " unchanged";
    }
    if (refused > 0) {
      parts += ", " + refused + " refused";
    }
    return parts;
  }
}
