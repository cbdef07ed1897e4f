/** Tests of the package. */
@NullMarked
package io.paperflow.fetcher.sources.huggingface;

import org.jspecify.annotations.NullMarked;
