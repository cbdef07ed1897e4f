/** Searches papers in Elasticsearch. */
@NullMarked
package io.paperflow.search.elastic;

import org.jspecify.annotations.NullMarked;
