/** Tests of the package. */
@NullMarked
package io.paperflow.fetcher.sources.arxiv;

import org.jspecify.annotations.NullMarked;
