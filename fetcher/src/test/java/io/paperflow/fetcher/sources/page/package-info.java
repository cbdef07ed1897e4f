/** Tests of the package. */
@NullMarked
package io.paperflow.fetcher.sources.page;

import org.jspecify.annotations.NullMarked;
