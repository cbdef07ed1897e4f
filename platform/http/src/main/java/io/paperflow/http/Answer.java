package io.paperflow.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** What came of a request. Failures are values; their codes are stable, short and in kebab case. */
public sealed interface Answer {

  /**
   * The content, status 2xx. Holds a connection, and with it a part of the host's budget, until it
   * is closed.
   *
   * @param status 200 to 299
   * @param uri where it was found at last, after redirects
   * @param body expanded; reading it throws {@link BodyException} when the rest does not come or is
   *     not taken. Not thread-safe
   */
  record Content(int status, URI uri, Headers headers, InputStream body)
      implements Answer, AutoCloseable {

    /** To be sent with the next request for the same. */
    public Validators validators() {
      return Validators.of(headers);
    }

    /** The value of {@code Content-Type}. */
    public Optional<String> mediaType() {
      return headers.first("Content-Type");
    }

    @Override
    public void close() {
      try {
        body.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * Status 304: what one has is still true.
   *
   * @param validators those of the answer, or else those of the request
   */
  record NotModified(Validators validators) implements Answer {}

  /**
   * There is no such thing: status 404 or 410.
   *
   * @param message names the address
   */
  record Missing(int status, String message) implements Answer {}

  /**
   * The same request will never succeed.
   *
   * @param status of the server's answer; 0 when it was this client that refused, before or instead
   *     of an answer
   * @param code {@code http-STATUS}, or {@code scheme}, {@code address}, {@code robots}, {@code
   *     redirect}, {@code encoding}, {@code protocol}
   * @param message names the address and the remedy, never a secret
   * @param beginning of the server's explanation, at most 8 KiB of it; may be empty
   */
  record Refused(int status, String code, String message, String beginning) implements Answer {}

  /**
   * May succeed later.
   *
   * @param code {@code http-STATUS}, or {@code budget}, {@code breaker-open}, {@code timeout},
   *     {@code network}, {@code tls}, {@code protocol}, {@code robots-unreachable}
   * @param category whether the host was in trouble or asked for less
   * @param message names the address and the remedy, never a secret
   * @param retryAt not before; an earlier request would only wait
   */
  record Unavailable(String code, Category category, String message, Instant retryAt)
      implements Answer {}

  /** Why something is not available. */
  enum Category {
    /** It failed, and may succeed when tried again as it is. */
    TRANSIENT,
    /** The host asks for less, or its budget is used up. */
    OVERLOAD
  }
}
