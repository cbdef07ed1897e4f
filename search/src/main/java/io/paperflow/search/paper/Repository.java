package io.paperflow.search.paper;

import static com.fasterxml.jackson.annotation.JsonFormat.Shape.STRING;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A code repository of a paper and what its forge says about it.
 *
 * @param url canonical; from outside, so not necessarily an address of the web
 * @param role {@code own}, {@code third_party} or {@code unknown}
 * @param state {@code available}, {@code promised} or {@code unknown}
 * @param pushedAt when something last changed in it
 * @param checkedAt when the forge was last asked
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Repository(
    String url,
    Optional<String> host,
    Optional<String> owner,
    Optional<String> name,
    Optional<String> role,
    Optional<String> state,
    Optional<Integer> stars,
    Optional<String> language,
    Optional<String> license,
    List<String> topics,
    Optional<Boolean> archived,
    @JsonFormat(shape = STRING) Optional<Instant> pushedAt,
    @JsonFormat(shape = STRING) Optional<Instant> checkedAt) {

  public Repository {
    topics = List.copyOf(requireNonNullElse(topics, List.of()));
  }
}
