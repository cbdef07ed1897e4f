/**
 * What documents look like. A {@link io.paperflow.formats.Format} recognises a document by its
 * head, cuts a large one at record boundaries and reads a part into paper records; {@link
 * io.paperflow.formats.Formats} knows them all.
 */
@NullMarked
package io.paperflow.formats;

import org.jspecify.annotations.NullMarked;
