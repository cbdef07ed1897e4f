package io.paperflow.indexer.fusion;

import java.time.Instant;
import java.util.Optional;

/**
 * A version of a paper.
 *
 * @param number from 1
 * @param sourceType arXiv's code of what was submitted; I marks a withdrawal
 */
public record Version(int number, Optional<Instant> created, Optional<String> sourceType) {}
