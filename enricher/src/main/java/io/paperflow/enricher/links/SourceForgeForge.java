package io.paperflow.enricher.links;

import io.paperflow.schemas.LinkKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** SourceForge: {@code /projects/name} and {@code /p/name}. */
record SourceForgeForge(Names names) implements Forge {

  private static final Set<String> PROJECTS = Set.of("projects", "p");

  @Override
  public Optional<Target> read(Address address, HostRule rule) {
    List<Address.Segment> segments = address.segments();
    if (segments.size() < 2 || !PROJECTS.contains(segments.getFirst().text())) {
      return Optional.empty();
    }
    PathNames path = PathNames.read(names, address.tail(), segments.subList(1, segments.size()), 1);
    return path.names().isEmpty()
        ? Optional.empty()
        : Optional.of(
            path.under("https://" + rule.hostOf(address) + "/projects", LinkKind.CODE_REPO));
  }
}
