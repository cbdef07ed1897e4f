package io.paperflow.enricher.forge;

import com.fasterxml.jackson.databind.JsonNode;
import io.paperflow.http.Answer;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How a forge is spoken to. Immutable. */
interface Dialect {

  /** See {@link ForgeApi#budget}. */
  String budget();

  /** See {@link ForgeApi#serves}. */
  boolean serves(RepositoryAddress address);

  /** Where the forge says what it knows of a repository. */
  URI repository(RepositoryAddress address);

  /**
   * Reads what the forge says.
   *
   * @param asked about which it was asked
   * @return empty when it names no repository
   */
  Optional<RepositoryState> read(JsonNode node, RepositoryAddress asked);

  /** Where a file at the top of a repository is, in its main branch. */
  URI file(RepositoryAddress address, String name);

  /** What a 401 means: mostly that the token is wrong, which says nothing about the repository. */
  default Reply unauthorized(Answer.Refused refused) {
    return new Reply.Later(
        "token-refused",
        refused.message()
            + ": the token is not accepted, set paperflow.http.hosts."
            + budget()
            + ".token",
        Instant.EPOCH);
  }

  /** Names of files that may name a paper, of which the first that is there is read. */
  default List<String> readmes() {
    return List.of("README.md", "readme.md", "README.rst", "README");
  }
}
