package io.paperflow.pipeline.micronaut;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.AbstractHealthIndicator;
import io.micronaut.management.health.indicator.annotation.Liveness;
import io.paperflow.pipeline.Loop;
import io.paperflow.pipeline.LoopStatus;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Live as long as every loop moves; trouble with Kafka or a store does not count. */
@Singleton
@Liveness
final class LivenessIndicator extends AbstractHealthIndicator<Map<String, String>> {

  private final List<Loop> loops;

  LivenessIndicator(List<Loop> loops) {
    this.loops = loops;
  }

  @Override
  protected String getName() {
    return "loops-live";
  }

  @Override
  protected Map<String, String> getHealthInformation() {
    Map<String, String> details = new LinkedHashMap<>();
    boolean live = true;
    for (Loop loop : loops) {
      LoopStatus status = loop.status();
      live &= status.live();
      details.put(
          loop.name(), status.state() + ", moved " + status.sinceMoved().toMillis() + " ms ago");
    }
    healthStatus = live ? HealthStatus.UP : HealthStatus.DOWN;
    return details;
  }
}
