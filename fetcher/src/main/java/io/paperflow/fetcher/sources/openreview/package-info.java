/** OpenReview, by its API 2. */
@NullMarked
package io.paperflow.fetcher.sources.openreview;

import org.jspecify.annotations.NullMarked;
