/**
 * What forges say about repositories, models, datasets and spaces: one {@link
 * io.paperflow.enricher.forge.ForgeApi} a kind of forge, which knows its addresses, its requests
 * and its answers, and nothing of when or why it is asked.
 */
@NullMarked
package io.paperflow.enricher.forge;

import org.jspecify.annotations.NullMarked;
