package io.paperflow.fetcher.source;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The web as a source sees it: one budget per host, robots.txt, back-off, limits and conditional
 * requests are seen to, and failures are answers. Waits for the host's budget.
 */
public interface Web {

  /**
   * Reads a document into memory.
   *
   * @throws InterruptedException when the reading is to end, or the lease of the host group is lost
   */
  Answer get(Request request) throws InterruptedException;

  /** Like {@link #get}, but the document is read while it is published: for dumps. */
  Answer open(Request request) throws InterruptedException;

  /**
   * A request.
   *
   * @param uri where
   * @param headers such as Accept; User-Agent and Accept-Encoding are set already
   * @param etag of the document that is known, to be told when it has not changed
   * @param timeout until the document has been read, or its stream has begun
   * @param limit largest document, in expanded bytes
   * @param page whether it is a page for people, for which robots.txt counts
   */
  record Request(
      URI uri,
      Map<String, String> headers,
      Optional<String> etag,
      Duration timeout,
      long limit,
      boolean page) {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final long LIMIT = 64L << 20;

    public Request {
      headers = Map.copyOf(headers);
    }

    /** A request to an API: 30 s, 64 MiB. */
    public static Request of(URI uri) {
      return new Request(uri, Map.of(), Optional.empty(), TIMEOUT, LIMIT, false);
    }

    /** This request, unless the document is still the one with this validator. */
    public Request unless(Optional<String> known) {
      return new Request(uri, headers, known, timeout, limit, page);
    }

    /** This request with another time-out. */
    public Request within(Duration longest) {
      return new Request(uri, headers, etag, longest, limit, page);
    }

    /** This request with another limit of bytes. */
    public Request upTo(long bytes) {
      return new Request(uri, headers, etag, timeout, bytes, page);
    }

    /** This request as one for a page that is made for people. */
    public Request asPage() {
      return new Request(uri, headers, etag, timeout, limit, true);
    }
  }
}
