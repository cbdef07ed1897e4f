package io.paperflow.enricher.links;

/** What stands below a repository in an address. */
final class SubPath {

  private SubPath() {}

  /** The path from an index on, without query, fragment and slashes at either end. */
  static String below(String tail, int from) {
    int end = Address.pathEnd(tail);
    int start = Math.min(from, end);
    while (start < end && tail.charAt(start) == '/') {
      start++;
    }
    while (end > start && tail.charAt(end - 1) == '/') {
      end--;
    }
    return tail.substring(start, end);
  }
}
