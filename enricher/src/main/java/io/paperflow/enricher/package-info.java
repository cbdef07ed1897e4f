/** The enricher: the links of a paper. How they are found is in the package links. */
@NullMarked
package io.paperflow.enricher;

import org.jspecify.annotations.NullMarked;
