/** What a source lists, compared with what was published of it. Pure. */
@NullMarked
package io.paperflow.fetcher.audit;

import org.jspecify.annotations.NullMarked;
