/**
 * Reads the pages that papers name as their own, once each, for the one repository such a page
 * offers as the paper's code.
 */
@NullMarked
package io.paperflow.enricher.page;

import org.jspecify.annotations.NullMarked;
