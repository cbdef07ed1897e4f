package io.paperflow.catalogue.query;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;

/**
 * How fresh a source is.
 *
 * @param name such as {@code arxiv}
 * @param papers those it names
 * @param newestArrival when the last paper that it names was seen for the first time
 * @param newestPaper when the newest paper that it names was published
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record SourceState(
    String name,
    long papers,
    @JsonFormat(shape = JsonFormat.Shape.STRING) Optional<Instant> newestArrival,
    @JsonFormat(shape = JsonFormat.Shape.STRING) Optional<Instant> newestPaper) {}
