package io.paperflow.testkit.world;

import java.time.Instant;

/**
 * A repository that somebody has added to a paper on Hugging Face.
 *
 * @param address a URL or {@code owner/name}
 * @param addedBy {@code user} or {@code auto}
 */
public record DeclaredRepository(String address, String addedBy, Instant addedAt, int stars) {}
