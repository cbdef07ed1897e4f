package io.paperflow.pipeline.micronaut;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.paperflow.pipeline.Failure;
import io.paperflow.pipeline.KafkaCheck;
import io.paperflow.pipeline.Loop;
import io.paperflow.pipeline.LoopStatus;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ready when Kafka answers, and every loop reads and what it writes to answers. */
@Singleton
@Readiness
final class ReadinessIndicator extends AbstractHealthIndicator<Map<String, String>> {

  private final List<Loop> loops;
  private final KafkaCheck kafka;

  ReadinessIndicator(List<Loop> loops, KafkaCheck kafka) {
    this.loops = loops;
    this.kafka = kafka;
  }

  @Override
  protected String getName() {
    return "loops-ready";
  }

  @Override
  protected Map<String, String> getHealthInformation() {
    Map<String, String> details = new LinkedHashMap<>();
    Optional<Failure> broker = kafka.check();
    details.put("kafka", broker.map(Failure::message).orElse("answers"));
    boolean ready = broker.isEmpty();
    for (Loop loop : loops) {
      Optional<Failure> store = loop.check();
      LoopStatus status = loop.status();
      ready &= status.ready() && store.isEmpty();
      details.put(
          loop.name(),
          store
              .or(status::trouble)
              .map(failure -> status.state() + ": " + failure.message())
              .orElseGet(() -> status.state().name()));
    }
    healthStatus = ready ? HealthStatus.UP : HealthStatus.DOWN;
    return details;
  }
}
