package io.paperflow.enricher.links;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells hosts from words with a dot in them, by the top-level domains of {@code domains.txt}. */
final class Domains {

  private static final int LONGEST_HOST = 253;
  private static final Pattern IPV4 =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");
  // Loopback, private, link-local and multicast: no reader outside reaches them.
  private static final Pattern NOT_PUBLIC =
      Pattern.compile(
          "0\\..*|10\\..*|127\\..*|169\\.254\\..*|172\\.(1[6-9]|2\\d|3[01])\\..*|192\\.168\\..*"
              + "|(22[4-9]|2[3-9]\\d|[3-9]\\d\\d)\\..*");

  private final Set<String> topLevel;

  private Domains(Set<String> topLevel) {
    this.topLevel = topLevel;
  }

  static Domains load() {
    Set<String> names = new HashSet<>();
    Tables.rows("domains.txt").forEach(row -> names.addAll(Tables.words(row.getFirst())));
    return new Domains(Set.copyOf(names));
  }

  /** Whether a host in lower case is whole: labels that end in a top-level domain. */
  boolean isHost(String host) {
    int dot = host.lastIndexOf('.');
    return dot > 0
        && host.length() <= LONGEST_HOST
        && host.charAt(0) != '.'
        && !host.contains("..")
        && isTopLevel(host.substring(dot + 1));
  }

  /** Whether a name in lower case is a top-level domain. */
  boolean isTopLevel(String name) {
    return topLevel.contains(name);
  }

  /** Whether a host is a public IPv4 address. */
  static boolean isPublicAddress(String host) {
    return IPV4.matcher(host).matches() && !NOT_PUBLIC.matcher(host).matches();
  }

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
