package io.paperflow.pipeline;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;

/** What to make of exceptions of Kafka clients. */
final class KafkaTrouble {

  private KafkaTrouble() {}

  static RuntimeException unchecked(ExecutionException e) {
    return e.getCause() instanceof RuntimeException cause
        ? cause
        : new KafkaException(e.getCause());
  }

  /** What the brokers refuse until a person acts; producers and callbacks wrap it. */
  static Optional<Throwable> refusal(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof AuthenticationException || cause instanceof AuthorizationException) {
        return Optional.of(cause);
      }
    }
    return Optional.empty();
  }

  static RuntimeException interrupted(InterruptedException e) {
    return new InterruptException(e);
  }
}
