/** Tests of the package. */
@NullMarked
package io.paperflow.fetcher.sources.openreview;

import org.jspecify.annotations.NullMarked;
