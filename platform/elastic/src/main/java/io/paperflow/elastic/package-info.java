/** The connection to Elasticsearch: settings, client, health. Knows no paper. */
@NullMarked
package io.paperflow.elastic;

import org.jspecify.annotations.NullMarked;
