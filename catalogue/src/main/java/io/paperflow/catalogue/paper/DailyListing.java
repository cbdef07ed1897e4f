package io.paperflow.catalogue.paper;

import static com.fasterxml.jackson.annotation.JsonFormat.Shape.STRING;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The paper's place on a daily list; a missing count is not zero.
 *
 * @param comments how many
 * @param submittedBy login of who submitted it
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record DailyListing(
    @JsonFormat(shape = STRING) Optional<LocalDate> date,
    Optional<Integer> upvotes,
    Optional<Integer> comments,
    Optional<String> submittedBy) {}
