/** Texts as vectors. */
@NullMarked
package io.paperflow.embedding;

import org.jspecify.annotations.NullMarked;
