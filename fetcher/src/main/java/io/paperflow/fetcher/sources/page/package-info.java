/**
 * What the sources share: asking for a page, reading it, and telling a wrong one from a right one.
 */
@NullMarked
package io.paperflow.fetcher.sources.page;

import org.jspecify.annotations.NullMarked;
