/** How it gets there. */
@NullMarked
package io.paperflow.notifier.deliver;

import org.jspecify.annotations.NullMarked;
