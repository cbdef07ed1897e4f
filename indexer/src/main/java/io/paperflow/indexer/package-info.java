/**
 * The indexer: one document a paper. How what several sources said becomes one is in the package
 * fusion, its JSON in document, its way into Elasticsearch in index.
 */
@NullMarked
package io.paperflow.indexer;

import org.jspecify.annotations.NullMarked;
