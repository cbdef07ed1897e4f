package io.paperflow.indexer.identity;

import java.util.Set;

/** Which paper a key leads to. */
public sealed interface Paper {

  /** To this one, which may be the key itself. */
  record Known(String key) implements Paper {}

  /** That cannot be told before these names are known. */
  record Needs(Set<String> names) implements Paper {}
}
