/** Micro benchmarks of what happens to every paper. */
@NullMarked
package io.paperflow.bench.micro;

import org.jspecify.annotations.NullMarked;
