/** Sources that are a few large documents, read as streams whenever they have changed. */
@NullMarked
package io.paperflow.fetcher.sources.dump;

import org.jspecify.annotations.NullMarked;
