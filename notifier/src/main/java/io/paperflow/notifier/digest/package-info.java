/** What a delivery says. */
@NullMarked
package io.paperflow.notifier.digest;

import org.jspecify.annotations.NullMarked;
