package io.paperflow.enricher.links;

import io.paperflow.schemas.LinkKind;
import java.util.Optional;

/** Hosts whose addresses are kept as written. */
record Site(LinkKind kind, KindReading reading) implements Forge {

  @Override
  public Optional<Target> read(Address address, HostRule rule) {
    boolean named =
        address.segments().size() >= Math.min(rule.minimum(), 1)
            || Address.pathEnd(address.tail()) < address.tail().length();
    return named ? Optional.of(Target.asWritten(address, kind, reading)) : Optional.empty();
  }
}
