/** Benchmarks of whole runs, and of the parts they consist of. Linux only: they read /proc. */
@NullMarked
package io.paperflow.bench;

import org.jspecify.annotations.NullMarked;
