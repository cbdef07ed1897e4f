package io.paperflow.indexer.fusion;

import java.time.Instant;

/**
 * Where and when a statement was read.
 *
 * @param uri of the raw document
 * @param sha256 of the raw document
 */
public record Reading(Instant fetchedAt, String uri, String sha256) {}
