/** A paper as it is shown. Knows neither HTTP nor Elasticsearch. */
@NullMarked
package io.paperflow.catalogue.paper;

import org.jspecify.annotations.NullMarked;
