/** The fetcher: publishes documents. How they are found, opened and cut is in the package input. */
@NullMarked
package io.paperflow.fetcher;

import org.jspecify.annotations.NullMarked;
