/**
 * A paper's document as the fusion of what its sources said. Pure: knows neither Kafka nor
 * Elasticsearch.
 */
@NullMarked
package io.paperflow.indexer.fusion;

import org.jspecify.annotations.NullMarked;
