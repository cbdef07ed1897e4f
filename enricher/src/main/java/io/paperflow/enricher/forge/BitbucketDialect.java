package io.paperflow.enricher.forge;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Bitbucket's cloud, which has neither stars nor licences. Source:
 * developer.atlassian.com/cloud/bitbucket/rest.
 */
record BitbucketDialect(URI api, URI files) implements Dialect {

  @Override
  public String budget() {
    return "bitbucket";
  }

  @Override
  public boolean serves(RepositoryAddress address) {
    return address.host().equals("bitbucket.org") && address.segments().size() == 2;
  }

  @Override
  public URI repository(RepositoryAddress address) {
    return Paths.below(api, Paths.with(List.of("2.0", "repositories"), address.segments()));
  }

  @Override
  public URI file(RepositoryAddress address, String name) {
    return Paths.below(files, Paths.with(address.segments(), "raw", "HEAD", name));
  }

  @Override
  public Optional<RepositoryState> read(JsonNode node, RepositoryAddress asked) {
    return Facts.text(node.path("full_name"))
        .map(
            name ->
                new RepositoryState(
                    new RepositoryAddress("bitbucket.org", List.of(name.split("/"))),
                    Facts.text(node.path("uuid")),
                    OptionalInt.empty(),
                    Facts.text(node.path("language")),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    node.has("parent") ? Optional.of(true) : Optional.empty(),
                    Facts.time(node.path("created_on")),
                    Facts.time(node.path("updated_on")),
                    Facts.text(node.path("website")),
                    Facts.text(node.path("description"))));
  }
}
