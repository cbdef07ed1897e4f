/** Paper documents as JSON, as they stand in the index ({@code index/papers.json}). */
@NullMarked
package io.paperflow.indexer.document;

import org.jspecify.annotations.NullMarked;
