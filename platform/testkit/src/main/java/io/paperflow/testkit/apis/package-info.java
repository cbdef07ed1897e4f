/**
 * The sources' servers on the loopback address: each API with its real paging, headers and
 * deviations, played from a simulated world, with mishaps on demand, and with a count of what was
 * asked when, so that a test can tell whether a client kept to its budgets.
 */
@NullMarked
package io.paperflow.testkit.apis;

import org.jspecify.annotations.NullMarked;
