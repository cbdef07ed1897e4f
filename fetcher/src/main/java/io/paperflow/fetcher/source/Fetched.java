package io.paperflow.fetcher.source;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A document that was read; its format is recognised later, and a large one is cut.
 *
 * @param uri under which it is published: the same for the same page of the source at every
 *     reading, so without resumption tokens. A document whose fingerprint is that of the last one
 *     under its uri is not published again
 * @param content the whole document, plain or gzip; closed by whoever publishes it
 * @param etag the server's validator
 * @param modifiedAt the source's own time of the last change
 * @param shownAt since when the source shows it, where that is known
 * @param fingerprint equal for documents which say the same, such as a {@link Fingerprint} without
 *     the time of the answer; empty when the bytes decide
 * @param papers ids of its papers by the source's own day; empty unless the source is {@link
 *     Auditable}
 */
public record Fetched(
    URI uri,
    InputStream content,
    Optional<String> etag,
    Optional<Instant> modifiedAt,
    Optional<Instant> shownAt,
    Optional<String> fingerprint,
    Map<LocalDate, Set<String>> papers) {

  public Fetched {
    papers = Map.copyOf(papers);
  }

  /** A document of which nothing more is known. */
  public static Fetched of(URI uri, InputStream content) {
    return new Fetched(
        uri,
        content,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  /** A document of which nothing more is known. */
  public static Fetched of(URI uri, byte[] content) {
    return of(uri, new ByteArrayInputStream(content));
  }

  /** A document from the web, with what its server said of it. */
  public static Fetched of(URI uri, Answer.Document answer) {
    return new Fetched(
        uri,
        answer.stream(),
        answer.etag(),
        answer.lastModified(),
        Optional.empty(),
        Optional.empty(),
        Map.of());
  }

  /** This document, shown since then. */
  public Fetched shownAt(Instant time) {
    return new Fetched(uri, content, etag, modifiedAt, Optional.of(time), fingerprint, papers);
  }

  /** This document, last changed then. */
  public Fetched modifiedAt(Instant time) {
    return new Fetched(uri, content, etag, Optional.of(time), shownAt, fingerprint, papers);
  }

  /** This document with a fingerprint. */
  public Fetched fingerprint(String value) {
    return new Fetched(uri, content, etag, modifiedAt, shownAt, Optional.of(value), papers);
  }

  /** This document with the ids of its papers. */
  public Fetched papers(Map<LocalDate, Set<String>> ids) {
    return new Fetched(uri, content, etag, modifiedAt, shownAt, fingerprint, ids);
  }
}
