/** Tests of the input. */
@NullMarked
package io.paperflow.fetcher.input;

import org.jspecify.annotations.NullMarked;
