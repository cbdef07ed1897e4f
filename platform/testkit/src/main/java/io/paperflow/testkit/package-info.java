/** Faults and guarantees for the tests and benchmarks of other modules. */
@NullMarked
package io.paperflow.testkit;

import org.jspecify.annotations.NullMarked;
