/** Which repositories and pages the papers name, for those that look at them. */
@NullMarked
package io.paperflow.enricher.mention;

import org.jspecify.annotations.NullMarked;
