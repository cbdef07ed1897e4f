package io.paperflow.enricher.links;

import io.paperflow.schemas.LinkKind;
import java.util.List;
import java.util.Optional;

/** Bitbucket on hosts of one's own: {@code /projects/KEY/repos/name}. */
record BitbucketServerForge(Names names) implements Forge {

  @Override
  public Optional<Target> read(Address address, HostRule rule) {
    List<Address.Segment> segments = address.segments();
    if (segments.size() < 4
        || !segments.get(0).text().equals("projects")
        || !segments.get(2).text().equals("repos")) {
      return Optional.empty();
    }
    PathNames path = PathNames.read(names, address.tail(), segments.subList(3, segments.size()), 1);
    String base =
        "https://" + rule.hostOf(address) + "/projects/" + segments.get(1).text() + "/repos";
    return path.names().isEmpty()
        ? Optional.empty()
        : Optional.of(path.under(base, LinkKind.CODE_REPO));
  }
}
