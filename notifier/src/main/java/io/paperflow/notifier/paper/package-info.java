/** Papers as the index has them. */
@NullMarked
package io.paperflow.notifier.paper;

import org.jspecify.annotations.NullMarked;
