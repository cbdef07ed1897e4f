/** Kafka, broker and controller in one, as the content of a process. */
@NullMarked
package io.paperflow.embedded.kafka;

import org.jspecify.annotations.NullMarked;
