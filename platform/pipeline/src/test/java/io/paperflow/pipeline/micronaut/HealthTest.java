package io.paperflow.pipeline.micronaut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.ApplicationContext;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.paperflow.embedded.child.LocalPort;
import io.paperflow.pipeline.Failure;
import io.paperflow.pipeline.FailureCategory;
import io.paperflow.pipeline.Loop;
import io.paperflow.pipeline.LoopStatus;
import io.paperflow.pipeline.LoopStatus.State;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

class HealthTest {

  private static final Optional<Failure> TROUBLE =
      Optional.of(Failure.transientFailure("kafka-trouble", "the broker is away"));

  @Test
  void aLoopWithoutItsBrokerIsLiveAndNotReady() throws IOException {
    try (ApplicationContext context =
        context(new LoopStatus(State.PREPARING, Duration.ofSeconds(9), 0, TROUBLE))) {
      assertEquals(HealthStatus.UP, health(context.getBean(LivenessIndicator.class)).getStatus());
      HealthResult ready = health(context.getBean(ReadinessIndicator.class));
      assertEquals(HealthStatus.DOWN, ready.getStatus());
      String details = String.valueOf(ready.getDetails());
      assertTrue(details.contains("the broker is away"), details);
      assertTrue(details.contains("does not answer"), details);
    }
  }

  @Test
  void aLoopThatFailedOrHangsIsNotLive() throws IOException {
    Optional<Failure> fatal =
        Optional.of(new Failure("refused", FailureCategory.FATAL, "wrong credentials"));
    for (LoopStatus dead :
        List.of(
            new LoopStatus(State.FAILED, Duration.ZERO, 0, fatal),
            new LoopStatus(State.RUNNING, Duration.ofMinutes(3), 2, Optional.empty()))) {
      try (ApplicationContext context = context(dead)) {
        assertEquals(
            HealthStatus.DOWN, health(context.getBean(LivenessIndicator.class)).getStatus());
      }
    }
  }

  private static ApplicationContext context(LoopStatus status) throws IOException {
    return ApplicationContext.run(
            Map.of(
                "paperflow.kafka.bootstrap-servers",
                "127.0.0.1:" + LocalPort.free(new Random()),
                "paperflow.kafka.instance-id",
                "one",
                "paperflow.kafka.partitions",
                1,
                "paperflow.kafka.replication-factor",
                1))
        .registerSingleton(Loop.class, new Fixed(status));
  }

  private static HealthResult health(HealthIndicator indicator) {
    CompletableFuture<HealthResult> result = new CompletableFuture<>();
    Publisher<HealthResult> publisher = indicator.getResult();
    publisher.subscribe(new First(result));
    return result.join();
  }

  private record First(CompletableFuture<HealthResult> result) implements Subscriber<HealthResult> {

    @Override
    public void onSubscribe(Subscription subscription) {
      subscription.request(1);
    }

    @Override
    public void onNext(HealthResult health) {
      result.complete(health);
    }

    @Override
    public void onError(Throwable e) {
      result.completeExceptionally(e);
    }

    @Override
    public void onComplete() {
      result.completeExceptionally(new IllegalStateException("no result"));
    }
  }

  private record Fixed(LoopStatus status) implements Loop {

    @Override
    public String name() {
      return "fixed";
    }

    @Override
    public void start() {}

    @Override
    public void pause() {}

    @Override
    public void resume() {}

    @Override
    public Optional<Failure> check() {
      return Optional.empty();
    }

    @Override
    public void close() {}
  }
}
