/** Invented papers of the length and the word frequencies of real ones, in the sources' formats. */
@NullMarked
package io.paperflow.bench.papers;

import org.jspecify.annotations.NullMarked;
