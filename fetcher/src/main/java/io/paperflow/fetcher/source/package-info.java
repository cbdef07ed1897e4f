/**
 * What a source is: {@link io.paperflow.fetcher.source.Source} reads step by step, from a {@link
 * io.paperflow.fetcher.source.Cursor} to the next. Nothing here knows Kafka or how settings are
 * read. The sources themselves are in the package sources.
 */
@NullMarked
package io.paperflow.fetcher.source;

import org.jspecify.annotations.NullMarked;
