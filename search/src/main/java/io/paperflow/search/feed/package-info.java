/** Papers for feed readers: Atom, RSS and JSON Feed. Knows neither HTTP nor Elasticsearch. */
@NullMarked
package io.paperflow.search.feed;

import org.jspecify.annotations.NullMarked;
