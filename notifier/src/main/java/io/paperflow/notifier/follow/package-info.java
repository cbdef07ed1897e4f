/** What people follow, and what happens to it. */
@NullMarked
package io.paperflow.notifier.follow;

import org.jspecify.annotations.NullMarked;
