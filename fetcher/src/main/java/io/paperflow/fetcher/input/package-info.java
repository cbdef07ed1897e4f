/** Finds, opens and cuts the documents a user names. */
@NullMarked
package io.paperflow.fetcher.input;

import org.jspecify.annotations.NullMarked;
