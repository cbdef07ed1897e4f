package io.paperflow.enricher.forge;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Addresses below that of an interface. */
final class Paths {

  private Paths() {}

  /** A base followed by segments, each encoded; an encoded one, such as a {@code %2F}, stays. */
  static URI below(URI base, List<String> segments) {
    String start = base.toString();
    return URI.create(
        (start.endsWith("/") ? start : start + "/")
            + segments.stream().map(Paths::encoded).collect(Collectors.joining("/")));
  }

  /** A segment as RFC 3986 has it. */
  static String encoded(String segment) {
    return URLEncoder.encode(decoded(segment), StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Addresses in papers have their segments encoded already, or nearly. */
  private static String decoded(String segment) {
    return segment.matches("(?:[^%]|%[0-9A-Fa-f]{2})*")
        ? URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8)
        : segment;
  }

  static List<String> with(String first, List<String> more) {
    return Stream.concat(Stream.of(first), more.stream()).toList();
  }

  static List<String> with(List<String> first, List<String> more) {
    return Stream.concat(first.stream(), more.stream()).toList();
  }

  static List<String> with(List<String> first, String... more) {
    return Stream.concat(first.stream(), Stream.of(more)).toList();
  }
}
