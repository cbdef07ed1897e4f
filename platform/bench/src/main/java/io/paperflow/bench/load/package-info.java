/** Indices and the plain bulk load which paperflow is compared with. */
@NullMarked
package io.paperflow.bench.load;

import org.jspecify.annotations.NullMarked;
