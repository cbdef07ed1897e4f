package io.paperflow.indexer.fusion;

import java.time.Instant;

/**
 * Where, when and how a statement was read.
 *
 * @param uri of the raw document
 * @param sha256 of the raw document
 * @param linkRules revision of the rules that found its links, from 0
 */
public record Reading(Instant fetchedAt, String uri, String sha256, int linkRules) {}
