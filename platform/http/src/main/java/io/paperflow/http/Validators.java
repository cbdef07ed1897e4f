package io.paperflow.http;

import java.util.Optional;

/**
 * By what a server recognises the version that one has, kept as the server wrote it (RFC 9110,
 * section 8.8).
 *
 * @param etag the value of {@code ETag}, quotes and {@code W/} included
 * @param lastModified the value of {@code Last-Modified}
 */
public record Validators(Optional<String> etag, Optional<String> lastModified) {

  /** Nothing is known: the whole content is asked for. */
  public static final Validators NONE = new Validators(Optional.empty(), Optional.empty());

  static Validators of(Headers headers) {
    return new Validators(headers.first("ETag"), headers.first("Last-Modified"));
  }
}
