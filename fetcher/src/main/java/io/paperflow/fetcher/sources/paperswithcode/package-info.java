/** The archive of Papers with Code, which ended in July 2025. */
@NullMarked
package io.paperflow.fetcher.sources.paperswithcode;

import org.jspecify.annotations.NullMarked;
