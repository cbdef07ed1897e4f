/** Which saved searches find a paper. */
@NullMarked
package io.paperflow.notifier.match;

import org.jspecify.annotations.NullMarked;
