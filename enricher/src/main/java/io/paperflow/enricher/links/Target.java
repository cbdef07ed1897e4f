package io.paperflow.enricher.links;

import io.paperflow.schemas.LinkKind;

/**
 * What an address leads to.
 *
 * @param url canonical
 * @param kind as the host alone tells it
 * @param reading how far the sentence may change the kind
 * @param subPath what was cut below a repository, without a leading slash; empty when nothing was
 * @param used characters of the tail that belong to the address; what follows is other text
 */
record Target(String url, LinkKind kind, KindReading reading, String subPath, int used) {

  /** A target whose address is kept as written. */
  static Target asWritten(Address address, LinkKind kind, KindReading reading) {
    return new Target(address.asWritten(), kind, reading, "", address.tail().length());
  }
}
