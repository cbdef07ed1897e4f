package io.paperflow.enricher.forge;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * GitLab, also one that a group hosts itself; groups nest. Source: docs.gitlab.com/api/projects.
 *
 * @param budget a name for gitlab.com, the host for others
 */
record GitLabDialect(String budget, String host, URI base) implements Dialect {

  @Override
  public boolean serves(RepositoryAddress address) {
    return address.host().equals(host) && address.segments().size() >= 2;
  }

  @Override
  public URI repository(RepositoryAddress address) {
    String path = String.join("/", address.segments());
    return URI.create(Paths.below(base, List.of("api", "v4", "projects", path)) + "?license=true");
  }

  @Override
  public URI file(RepositoryAddress address, String name) {
    return Paths.below(base, Paths.with(address.segments(), "-", "raw", "HEAD", name));
  }

  @Override
  public Optional<RepositoryState> read(JsonNode node, RepositoryAddress asked) {
    return Facts.text(node.path("path_with_namespace"))
        .map(
            path ->
                new RepositoryState(
                    new RepositoryAddress(host, List.of(path.split("/"))),
                    Facts.id(node.path("id")),
                    Facts.count(node.path("star_count")),
                    Optional.empty(),
                    Facts.text(node.path("license").path("key")),
                    Facts.texts(node.path("topics")),
                    Facts.flag(node.path("archived")),
                    node.has("forked_from_project") ? Optional.of(true) : Optional.empty(),
                    Facts.time(node.path("created_at")),
                    Facts.time(node.path("last_activity_at")),
                    Optional.empty(),
                    Facts.text(node.path("description"))));
  }
}
