/** The search service: REST API and web page over the papers in Elasticsearch. */
@NullMarked
package io.paperflow.search;

import org.jspecify.annotations.NullMarked;
