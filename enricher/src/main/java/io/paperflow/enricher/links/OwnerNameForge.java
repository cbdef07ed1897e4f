package io.paperflow.enricher.links;

import io.paperflow.schemas.LinkKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Forges whose repositories are {@code /owner/name}: GitHub, Gitee, Codeberg, Bitbucket and others.
 * The rule's words are the first segments that are pages of the forge.
 */
record OwnerNameForge(Names names, Placeholders placeholders, Domains domains) implements Forge {

  private static final Set<String> BEFORE_OWNER = Set.of("orgs", "users", "org", "groups");

  @Override
  public Optional<Target> read(Address address, HostRule rule) {
    List<Address.Segment> segments = address.segments();
    if (segments.isEmpty()) {
      return Optional.empty();
    }
    String first = segments.getFirst().text();
    boolean beforeOwner = BEFORE_OWNER.contains(first) && segments.size() > 1;
    if (rule.words().contains(Domains.lower(first))) {
      return Optional.empty();
    }
    PathNames path =
        beforeOwner
            ? PathNames.read(names, address.tail(), segments.subList(1, segments.size()), 1)
            : PathNames.read(names, address.tail(), segments, 2);
    if (path.names().isEmpty() || !isOwner(path.names().getFirst())) {
      return Optional.empty();
    }
    return placeholders.match(path.names())
        ? Optional.empty()
        : Optional.of(
            path.under(
                "https://" + rule.hostOf(address),
                path.names().size() == 2 ? LinkKind.CODE_REPO : LinkKind.CODE_ORG));
  }

  private boolean isOwner(String name) {
    return Ascii.isAlphanumeric(name.charAt(0)) && !domains.isHost(Domains.lower(name));
  }
}
