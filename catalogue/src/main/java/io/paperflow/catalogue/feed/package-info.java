/** Papers for feed readers: Atom, RSS and JSON Feed. Knows neither HTTP nor Elasticsearch. */
@NullMarked
package io.paperflow.catalogue.feed;

import org.jspecify.annotations.NullMarked;
