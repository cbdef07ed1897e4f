/** Tests of the link finder. */
@NullMarked
package io.paperflow.enricher.links;

import org.jspecify.annotations.NullMarked;
