/** Tests of the package. */
@NullMarked
package io.paperflow.fetcher.sources.dump;

import org.jspecify.annotations.NullMarked;
