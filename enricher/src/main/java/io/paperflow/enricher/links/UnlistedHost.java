package io.paperflow.enricher.links;

import java.util.Optional;
import java.util.Set;

/**
 * Hosts that the table does not name: a forge under a path ({@code host/gitlab/group/name}), or a
 * page.
 */
record UnlistedHost(GitLabForge gitlab, Forge page) implements Forge {

  private static final Set<String> FORGE_PATHS = Set.of("gitlab", "git", "gitea");
  private static final int PATH_GROUP_NAME = 3;

  @Override
  public Optional<Target> read(Address address, HostRule rule) {
    if (!Ascii.startsWith(address.tail(), 0, "/git")) {
      return page.read(address, rule);
    }
    var segments = address.segments();
    boolean forge =
        segments.size() >= PATH_GROUP_NAME
            && FORGE_PATHS.contains(Domains.lower(segments.getFirst().text()));
    return forge ? gitlab.read(address, rule) : page.read(address, rule);
  }
}
