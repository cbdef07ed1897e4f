package io.paperflow.enricher.forge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a forge says about a repository, a model, a dataset or a space. What it does not say is
 * empty, never invented.
 *
 * @param address canonical, where it is now; another than was asked for when it was renamed
 * @param forgeId the forge's own lasting id, which survives renaming
 * @param stars stars or likes, 0 or more
 * @param language the main one
 * @param license SPDX id, or what the forge says; never {@code NOASSERTION}
 * @param topics in the forge's order
 * @param archived read only by the will of its owner
 * @param homepage as the owner wrote it
 * @param description as the owner wrote it
 */
public record RepositoryState(
    RepositoryAddress address,
    Optional<String> forgeId,
    OptionalInt stars,
    Optional<String> language,
    Optional<String> license,
    List<String> topics,
    Optional<Boolean> archived,
    Optional<Boolean> fork,
    Optional<Instant> createdAt,
    Optional<Instant> pushedAt,
    Optional<String> homepage,
    Optional<String> description) {

  public RepositoryState {
    topics = List.copyOf(topics);
  }
}
