package io.paperflow.fetcher.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What the web answers. */
public sealed interface Answer {

  /**
   * A document, status 200.
   *
   * @param uri where it was in the end, after redirects
   * @param headers by lower-case name; of several values the first
   * @param stream its expanded content; in memory when it was read by {@link Web#get}
   */
  record Document(URI uri, Map<String, String> headers, InputStream stream) implements Answer {

    public Document {
      headers = Map.copyOf(headers);
    }

    /** A document in memory. */
    public static Document of(URI uri, Map<String, String> headers, byte[] body) {
      return new Document(uri, headers, new ByteArrayInputStream(body));
    }

    /** All bytes; to be called once, for documents that are in memory. */
    public byte[] bytes() {
      try (stream) {
        return stream.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** A header's value. */
    public Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The validator, for the next {@link Web.Request#unless}. */
    public Optional<String> etag() {
      return header("etag");
    }

    /** When the server says it was changed. */
    public Optional<Instant> lastModified() {
      try {
        return header("last-modified")
            .map(
                date ->
                    ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }
  }

  /** Status 304: the document is still the one that is known. */
  record NotModified() implements Answer {}

  /**
   * No document.
   *
   * @param status the answer's status, if there was an answer
   * @param body its first bytes
   */
  @SuppressWarnings("ArrayRecordComponent") // Bytes for a look, never compared.
  record Failed(Trouble trouble, OptionalInt status, byte[] body) implements Answer {}
}
