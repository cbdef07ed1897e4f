package io.paperflow.enricher.forge;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Gitee, some 60 requests an hour without a token. Source: gitee.com/api/v5/swagger. */
record GiteeDialect(URI base) implements Dialect {

  @Override
  public String budget() {
    return "gitee";
  }

  @Override
  public boolean serves(RepositoryAddress address) {
    return address.host().equals("gitee.com") && address.segments().size() == 2;
  }

  @Override
  public URI repository(RepositoryAddress address) {
    return Paths.below(base, Paths.with(List.of("api", "v5", "repos"), address.segments()));
  }

  @Override
  public URI file(RepositoryAddress address, String name) {
    return Paths.below(base, Paths.with(address.segments(), "raw", "HEAD", name));
  }

  @Override
  public Optional<RepositoryState> read(JsonNode node, RepositoryAddress asked) {
    return Facts.text(node.path("full_name"))
        .map(
            name ->
                new RepositoryState(
                    new RepositoryAddress("gitee.com", List.of(name.split("/"))),
                    Facts.id(node.path("id")),
                    Facts.count(node.path("stargazers_count")),
                    Facts.text(node.path("language")),
                    Facts.license(node.path("license")),
                    List.of(),
                    Optional.empty(),
                    Facts.flag(node.path("fork")),
                    Facts.time(node.path("created_at")),
                    Facts.time(node.path("pushed_at")),
                    Facts.text(node.path("homepage")),
                    Facts.text(node.path("description"))));
  }
}
