/** What papers and forges say, as counts over time. */
@NullMarked
package io.paperflow.notifier.signal;

import org.jspecify.annotations.NullMarked;
