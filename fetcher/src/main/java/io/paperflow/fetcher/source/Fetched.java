package io.paperflow.fetcher.source;

import io.paperflow.http.Answer;
import io.paperflow.http.Validators;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
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
 * @param identity under which it is remembered as published, for content that moves, such as files;
 *     empty when that is its uri
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
    Optional<String> identity,
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
        Optional.empty(),
        Map.of());
  }

  /** A document of which nothing more is known. */
  public static Fetched of(URI uri, byte[] content) {
    return of(uri, new ByteArrayInputStream(content));
  }

  /** A document that is read while it is published, such as a dump from the web. */
  public static Fetched of(URI uri, Answer.Content answer) {
    return of(uri, answer.body()).validators(answer.validators());
  }

  /** This document with what its server said of it. */
  public Fetched validators(Validators said) {
    return new Fetched(
        uri,
        content,
        identity,
        said.etag(),
        said.lastModified().flatMap(Fetched::instant),
        shownAt,
        fingerprint,
        papers);
  }

  private static Optional<Instant> instant(String httpDate) {
    try {
      return Optional.of(
          ZonedDateTime.parse(httpDate, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** This document, remembered under another name than its uri. */
  public Fetched identity(String name) {
    return new Fetched(
        uri, content, Optional.of(name), etag, modifiedAt, shownAt, fingerprint, papers);
  }

  /** This document, shown since then. */
  public Fetched shownAt(Instant time) {
    return new Fetched(
        uri, content, identity, etag, modifiedAt, Optional.of(time), fingerprint, papers);
  }

  /** This document, last changed then. */
  public Fetched modifiedAt(Instant time) {
    return new Fetched(
        uri, content, identity, etag, Optional.of(time), shownAt, fingerprint, papers);
  }

  /** This document with a fingerprint. */
  public Fetched fingerprint(String value) {
    return new Fetched(
        uri, content, identity, etag, modifiedAt, shownAt, Optional.of(value), papers);
  }

  /** This document with the ids of its papers. */
  public Fetched papers(Map<LocalDate, Set<String>> ids) {
    return new Fetched(uri, content, identity, etag, modifiedAt, shownAt, fingerprint, ids);
  }
}
