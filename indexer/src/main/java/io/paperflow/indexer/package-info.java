/**
 * The indexer: fuses what all sources said of a paper and writes it to Elasticsearch.
 *
 * @see io.paperflow.indexer.fusion
 * @see io.paperflow.indexer.index
 */
@NullMarked
package io.paperflow.indexer;

import org.jspecify.annotations.NullMarked;
