package io.paperflow.indexer.fusion;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A paper's place on a daily list; a missing count is not zero.
 *
 * @param comments how many
 * @param submittedBy login of who submitted it
 */
public record Daily(
    Optional<LocalDate> date,
    Optional<Integer> upvotes,
    Optional<Integer> comments,
    Optional<String> submittedBy) {}
