/** What pages share: their frame, how papers look on them, errors, limits and headers. */
@NullMarked
package io.paperflow.catalogue.page;

import org.jspecify.annotations.NullMarked;
