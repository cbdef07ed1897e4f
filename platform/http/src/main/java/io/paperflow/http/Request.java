package io.paperflow.http;

import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is asked for.
 *
 * @param uri absolute; https, or http where the settings allow it for the host
 * @param kind what robots.txt and the host's quotas say depends on it
 * @param priority who goes first at the host
 * @param headers further header fields, such as {@code Accept}; never credentials, which come from
 *     the settings of the host
 * @param validators what one has already: makes {@link Answer.NotModified} possible
 * @param limits how long and how large the answer may be
 * @param json what is sent, which makes it a POST: a question that does not fit an address, and
 *     that may be asked twice without harm
 */
public record Request(
    URI uri,
    Kind kind,
    Priority priority,
    Map<String, String> headers,
    Validators validators,
    Limits limits,
    Optional<String> json) {

  /** What sort of resource is asked for. */
  public enum Kind {
    /** An interface for programs, whose terms of use hold. */
    API,
    /** A page for people: robots.txt is asked first. */
    PAGE
  }

  /** What this client sets itself. */
  private static final Set<String> OWN =
      Set.of(
          "accept-encoding",
          "authorization",
          "connection",
          "content-length",
          "content-type",
          "cookie",
          "host",
          "if-modified-since",
          "if-none-match",
          "proxy-authorization",
          "transfer-encoding",
          "user-agent");

  public Request {
    headers = Map.copyOf(headers);
    headers.forEach(Request::check);
  }

  private static void check(String name, String value) {
    if (!name.matches("[A-Za-z0-9-]+") || OWN.contains(name.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException("a header field that is the client's own: " + name);
    }
    if (!value.matches("[\\x20-\\x7E]*")) {
      throw new IllegalArgumentException(name + " has more in it than visible ASCII");
    }
  }

  /** An API request with standard limits, at live priority. */
  public static Request api(URI uri) {
    return plain(uri, Kind.API);
  }

  /** A request for a page with standard limits, at live priority. */
  public static Request page(URI uri) {
    return plain(uri, Kind.PAGE);
  }

  private static Request plain(URI uri, Kind kind) {
    return new Request(
        uri, kind, Priority.LIVE, Map.of(), Validators.NONE, Limits.STANDARD, Optional.empty());
  }

  /** The same with a question in its body, as JSON. */
  public Request asking(String question) {
    return new Request(uri, kind, priority, headers, validators, limits, Optional.of(question));
  }

  /** The same at another priority. */
  public Request at(Priority other) {
    return new Request(uri, kind, other, headers, validators, limits, json);
  }

  /** The same with a header field more. */
  public Request header(String name, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(name, value);
    return new Request(uri, kind, priority, more, validators, limits, json);
  }

  /** The same, for a content that one has already. */
  public Request unlessMatching(Validators known) {
    return new Request(uri, kind, priority, headers, known, limits, json);
  }

  /** The same within other limits. */
  public Request within(Limits other) {
    return new Request(uri, kind, priority, headers, validators, other, json);
  }
}
