package io.paperflow.catalogue.paper;

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
 * @param state {@code available}, {@code promised}, {@code gone} or {@code unknown}
 * @param starsPerWeek how fast it gains stars
 * @param found whether the forge has it
 * @param archivedCopy address of a copy in an archive, when it is gone
 * @param renamedTo where it is now, when that is another address
 * @param verifiedBy what of it names the paper: {@code readme}, {@code citation}, {@code homepage}
 *     or {@code description}
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
    Optional<Double> starsPerWeek,
    Optional<String> language,
    Optional<String> license,
    List<String> topics,
    Optional<Boolean> archived,
    Optional<Boolean> found,
    Optional<String> archivedCopy,
    Optional<String> renamedTo,
    Optional<String> verifiedBy,
    @JsonFormat(shape = STRING) Optional<Instant> pushedAt,
    @JsonFormat(shape = STRING) Optional<Instant> checkedAt) {

  public Repository {
    topics = List.copyOf(requireNonNullElse(topics, List.of()));
  }
}
