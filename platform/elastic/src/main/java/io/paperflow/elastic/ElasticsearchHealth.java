package io.paperflow.elastic;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.micronaut.scheduling.TaskExecutors;
import io.paperflow.elastic.Reachability.Reachable;
import io.paperflow.elastic.Reachability.Refused;
import io.paperflow.elastic.Reachability.Unreachable;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;

/** Readiness: without Elasticsearch a service lives, and is not ready. */
@Readiness
@Singleton
final class ElasticsearchHealth implements HealthIndicator {

  private final ElasticsearchProbe probe;
  private final ExecutorService executor;

  ElasticsearchHealth(
      ElasticsearchProbe probe, @Named(TaskExecutors.BLOCKING) ExecutorService executor) {
    this.probe = probe;
    this.executor = executor;
  }

  @Override
  public Publisher<HealthResult> getResult() {
    return Publishers.fromCompletableFuture(
        () -> CompletableFuture.supplyAsync(this::result, executor));
  }

  private HealthResult result() {
    try {
      return switch (probe.check()) {
        case Reachable() -> result(HealthStatus.UP).build();
        case Unreachable(String reason) -> down(reason);
        case Refused(String reason) -> down(reason);
      };
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return down("the check was interrupted");
    }
  }

  private static HealthResult down(String reason) {
    return result(HealthStatus.DOWN).details(Map.of("reason", reason)).build();
  }

  private static HealthResult.Builder result(HealthStatus status) {
    return HealthResult.builder("elasticsearch", status);
  }
}
