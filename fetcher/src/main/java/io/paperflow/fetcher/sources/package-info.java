/** The sources, one class each; {@link io.paperflow.fetcher.sources.StandardSources} lists them. */
@NullMarked
package io.paperflow.fetcher.sources;

import org.jspecify.annotations.NullMarked;
