package io.paperflow.enricher.forge;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Codeberg and other hosts with Forgejo or Gitea. Source: codeberg.org/api/swagger.
 *
 * @param budget a name for codeberg.org, the host for others
 */
record ForgejoDialect(String budget, String host, URI base) implements Dialect {

  @Override
  public boolean serves(RepositoryAddress address) {
    return address.host().equals(host) && address.segments().size() == 2;
  }

  @Override
  public URI repository(RepositoryAddress address) {
    return Paths.below(base, Paths.with(List.of("api", "v1", "repos"), address.segments()));
  }

  @Override
  public URI file(RepositoryAddress address, String name) {
    List<String> repository = Paths.with(List.of("api", "v1", "repos"), address.segments());
    return Paths.below(base, Paths.with(repository, "raw", name));
  }

  @Override
  public Optional<RepositoryState> read(JsonNode node, RepositoryAddress asked) {
    return Facts.text(node.path("full_name"))
        .map(
            name ->
                new RepositoryState(
                    new RepositoryAddress(host, List.of(name.split("/"))),
                    Facts.id(node.path("id")),
                    Facts.count(node.path("stars_count")),
                    Facts.text(node.path("language")),
                    Facts.text(node.path("licenses").path(0)),
                    Facts.texts(node.path("topics")),
                    Facts.flag(node.path("archived")),
                    Facts.flag(node.path("fork")),
                    Facts.time(node.path("created_at")),
                    Facts.time(node.path("updated_at")),
                    Facts.text(node.path("website")),
                    Facts.text(node.path("description"))));
  }
}
