/**
 * How raw documents are published: with the note that they were, in transactions, and nothing twice
 * whose content is the same.
 */
@NullMarked
package io.paperflow.fetcher.publish;

import org.jspecify.annotations.NullMarked;
