package io.paperflow.pipeline;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/** Makes unchecked exceptions of what futures of Kafka clients throw. */
final class KafkaTrouble {

  private KafkaTrouble() {}

  static RuntimeException unchecked(ExecutionException e) {
    return e.getCause() instanceof RuntimeException cause
        ? cause
        : new KafkaException(e.getCause());
  }

  static RuntimeException interrupted(InterruptedException e) {
    return new InterruptException(e);
  }
}
