package io.paperflow.enricher.mention;

/**
 * Where a link is looked at.
 *
 * @param lease under which that is done
 * @param identity equal for links that lead to the same
 */
public record Place(String lease, String identity) {}
