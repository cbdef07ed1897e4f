/** Forges played on this machine, with their limits, for tests without network. */
@NullMarked
package io.paperflow.testkit.forges;

import org.jspecify.annotations.NullMarked;
