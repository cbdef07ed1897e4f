package io.paperflow.catalogue.paper;

import static com.fasterxml.jackson.annotation.JsonFormat.Shape.STRING;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;

/**
 * How fresh the newest statement about a paper is.
 *
 * @param sourceTime the source's own time of it
 * @param fetchedAt when it was read
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Freshness(
    @JsonFormat(shape = STRING) Optional<Instant> sourceTime,
    @JsonFormat(shape = STRING) Optional<Instant> fetchedAt) {}
