package io.paperflow.enricher.links;

import java.util.Set;

/**
 * How the addresses of a host are read: a row of {@code hosts.tsv}.
 *
 * @param forge their reader
 * @param canonicalHost the host to write, empty to keep the one read
 * @param minimum path segments an address needs before it names anything
 * @param words the reader's word list
 */
record HostRule(Forge forge, String canonicalHost, int minimum, Set<String> words) {

  /** The host to write in a repository's address. */
  String hostOf(Address address) {
    return canonicalHost.isEmpty() ? address.bareHost() : canonicalHost;
  }

  /** Whether a path names nothing yet, so that a blank in it may be a fault. */
  boolean wantsMore(String tail) {
    return forge.wantsMore(tail, this);
  }
}
