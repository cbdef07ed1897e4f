package io.paperflow.enricher.links;

import java.util.ArrayList;
import java.util.List;

/**
 * An address, read and repaired but not yet understood.
 *
 * @param scheme {@code https}, {@code http} or {@code ftp}
 * @param host in lower case, with a port where one is written
 * @param tail path, query and fragment as written, empty or beginning with {@code /}, {@code ?} or
 *     {@code #}
 */
record Address(String scheme, String host, String tail) {

  /**
   * A part of the path.
   *
   * @param text without slashes, not empty
   * @param end one past its last character in the tail
   */
  record Segment(String text, int end) {}

  static String bare(String host) {
    return host.startsWith("www.") ? host.substring(4) : host;
  }

  /** The host without {@code www.}. */
  String bareHost() {
    return bare(host);
  }

  /** The path's parts, empty ones left out. */
  List<Segment> segments() {
    return segments(tail);
  }

  static List<Segment> segments(String tail) {
    List<Segment> segments = new ArrayList<>();
    int end = pathEnd(tail);
    int start = 0;
    while (start < end) {
      int slash = tail.indexOf('/', start);
      int stop = slash < 0 || slash > end ? end : slash;
      if (stop > start) {
        segments.add(new Segment(tail.substring(start, stop), stop));
      }
      start = stop + 1;
    }
    return segments;
  }

  /** The address as written, without a final slash, question mark or number sign. */
  String asWritten() {
    String url = scheme + "://" + host + tail;
    int end = url.length();
    while ("/?#".indexOf(url.charAt(end - 1)) >= 0) {
      end--;
    }
    return url.substring(0, end);
  }

  static int pathEnd(String tail) {
    for (int i = 0; i < tail.length(); i++) {
      if (tail.charAt(i) == '?' || tail.charAt(i) == '#') {
        return i;
      }
    }
    return tail.length();
  }
}
