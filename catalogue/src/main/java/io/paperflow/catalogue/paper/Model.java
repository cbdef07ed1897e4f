package io.paperflow.catalogue.paper;

import static com.fasterxml.jackson.annotation.JsonFormat.Shape.STRING;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;

/**
 * A model, a dataset or a space of a paper and what its forge says about it.
 *
 * @param url canonical; from outside, so not necessarily an address of the web
 * @param found whether it is there
 * @param stars likes
 * @param verifiedBy what of it names the paper, such as {@code readme}
 * @param checkedAt when the forge was last asked
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Model(
    String url,
    Optional<Boolean> found,
    Optional<Integer> stars,
    Optional<String> license,
    Optional<String> verifiedBy,
    @JsonFormat(shape = STRING) Optional<Instant> checkedAt) {}
