/** Tests of the sources. */
@NullMarked
package io.paperflow.fetcher.sources;

import org.jspecify.annotations.NullMarked;
