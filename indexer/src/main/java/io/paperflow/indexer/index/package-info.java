/** Writes paper documents to Elasticsearch and keeps the layout of their index. */
@NullMarked
package io.paperflow.indexer.index;

import org.jspecify.annotations.NullMarked;
