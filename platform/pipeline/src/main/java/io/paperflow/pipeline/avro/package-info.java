/** Avro records as the values of topics. */
@NullMarked
package io.paperflow.pipeline.avro;

import org.jspecify.annotations.NullMarked;
