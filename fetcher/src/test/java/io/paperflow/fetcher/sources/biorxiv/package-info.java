/** Tests of the package. */
@NullMarked
package io.paperflow.fetcher.sources.biorxiv;

import org.jspecify.annotations.NullMarked;
