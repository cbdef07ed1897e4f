/**
 * The embedder: vectors of what papers are about. It reads the same topic as the indexer with
 * offsets of its own, so papers never wait for it.
 */
@NullMarked
package io.paperflow.embedder;

import org.jspecify.annotations.NullMarked;
