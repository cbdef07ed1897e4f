package io.paperflow.enricher.forge;

import io.paperflow.http.Validators;

/**
 * What a forge is asked about.
 *
 * @param known of the answer that one has, so that it can be {@link Reply.Unchanged}
 */
public record Question(RepositoryAddress address, Validators known) {}
