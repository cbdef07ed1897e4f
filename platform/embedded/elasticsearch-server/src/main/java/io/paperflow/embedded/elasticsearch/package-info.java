/** Elasticsearch, one node, as the content of a process. */
@NullMarked
package io.paperflow.embedded.elasticsearch;

import org.jspecify.annotations.NullMarked;
