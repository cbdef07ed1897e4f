package io.paperflow.enricher.links;

import java.util.Optional;

/**
 * Reads the addresses of one kind of host. A new one is a class, a name in {@link Forges} and a row
 * of {@code hosts.tsv}. Implementations are immutable.
 */
interface Forge {

  /**
   * What an address leads to.
   *
   * @return empty when it names nothing: the bare host, a page of the forge itself, a placeholder
   */
  Optional<Target> read(Address address, HostRule rule);

  /** Whether a path names nothing yet, so that a blank in it may be a fault. */
  default boolean wantsMore(String tail, HostRule rule) {
    return Address.segments(tail).size() < rule.minimum();
  }
}
