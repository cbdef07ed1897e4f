package io.paperflow.enricher.links;

import io.paperflow.schemas.LinkKind;
import java.util.List;
import java.util.Optional;

/** SourceHut: {@code /~owner/name}. */
record SourceHutForge(Names names) implements Forge {

  @Override
  public Optional<Target> read(Address address, HostRule rule) {
    List<Address.Segment> segments = address.segments();
    if (segments.isEmpty() || segments.getFirst().text().charAt(0) != '~') {
      return Optional.empty();
    }
    String base = "https://" + rule.hostOf(address) + "/" + segments.getFirst().text();
    PathNames path = PathNames.read(names, address.tail(), segments.subList(1, segments.size()), 1);
    return Optional.of(
        path.names().isEmpty()
            ? new Target(base, LinkKind.CODE_ORG, KindReading.HOST, "", address.tail().length())
            : path.under(base, LinkKind.CODE_REPO));
  }
}
