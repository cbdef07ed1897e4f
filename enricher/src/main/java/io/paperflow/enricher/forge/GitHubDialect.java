package io.paperflow.enricher.forge;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * GitHub's REST interface, of which 60 requests an hour are allowed without a token, and its raw
 * files, which count in none of its limits. Source: docs.github.com/rest.
 */
record GitHubDialect(URI api, URI raw) implements Dialect {

  static final String BUDGET = "github";

  @Override
  public String budget() {
    return BUDGET;
  }

  @Override
  public boolean serves(RepositoryAddress address) {
    return address.host().equals("github.com") && address.segments().size() == 2;
  }

  @Override
  public URI repository(RepositoryAddress address) {
    return Paths.below(api, Paths.with("repos", address.segments()));
  }

  @Override
  public URI file(RepositoryAddress address, String name) {
    return Paths.below(raw, Paths.with(address.segments(), "HEAD", name));
  }

  @Override
  public Optional<RepositoryState> read(JsonNode node, RepositoryAddress asked) {
    return name(node.path("full_name"))
        .map(
            address ->
                new RepositoryState(
                    address,
                    Facts.id(node.path("id")),
                    Facts.count(node.path("stargazers_count")),
                    Facts.text(node.path("language")),
                    Facts.license(node.path("license").path("spdx_id")),
                    Facts.texts(node.path("topics")),
                    Facts.flag(node.path("archived")),
                    Facts.flag(node.path("fork")),
                    Facts.time(node.path("created_at")),
                    Facts.time(node.path("pushed_at")),
                    Facts.text(node.path("homepage")),
                    Facts.text(node.path("description"))));
  }

  /** {@code owner/name} as an address. */
  static Optional<RepositoryAddress> name(JsonNode node) {
    return Facts.text(node)
        .map(name -> List.of(name.split("/")))
        .filter(segments -> segments.size() == 2)
        .map(segments -> new RepositoryAddress("github.com", segments));
  }
}
