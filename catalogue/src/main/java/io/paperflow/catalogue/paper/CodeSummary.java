package io.paperflow.catalogue.paper;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * By what papers are chosen and ordered: facts about a paper's own code.
 *
 * @param starsPerWeek how fast it gains stars
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record CodeSummary(
    Optional<Integer> stars,
    Optional<Double> starsPerWeek,
    Optional<String> language,
    Optional<String> license) {}
