/**
 * The loops between topics and their guarantees: TransformLoop (exactly once from topic to topic)
 * and SinkLoop (at least once into an idempotent store). The only module that touches Kafka
 * clients; it knows no paper.
 */
@NullMarked
package io.paperflow.pipeline;

import org.jspecify.annotations.NullMarked;
