/**
 * The documents a user names: {@link io.paperflow.fetcher.input.Documents} finds them, {@link
 * io.paperflow.fetcher.input.DocumentReader} opens them, recognises their format and cuts them into
 * raw documents.
 */
@NullMarked
package io.paperflow.fetcher.input;

import org.jspecify.annotations.NullMarked;
