package io.paperflow.elastic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.context.ApplicationContext;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthResult;
import io.paperflow.testkit.Reaction;
import io.paperflow.testkit.ScriptedElasticsearch;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class ElasticsearchHealthTest {

  @Test
  void withoutElasticsearchAServiceStartsAndIsNotReady() {
    HealthResult result = health(URI.create("http://127.0.0.1:9"));
    assertEquals(HealthStatus.DOWN, result.getStatus());
    assertTrue(String.valueOf(result.getDetails()).contains("does not answer"));
  }

  @Test
  void withElasticsearchItIsReady() throws Exception {
    try (ScriptedElasticsearch scripted =
        ScriptedElasticsearch.inFrontOf(URI.create("http://127.0.0.1:9"))) {
      scripted.script(_ -> new Reaction.Nonsense());
      assertEquals(HealthStatus.UP, health(scripted.uri()).getStatus());
    }
  }

  private static HealthResult health(URI elasticsearch) {
    try (ApplicationContext context =
        ApplicationContext.run(Map.of("paperflow.elasticsearch.uris", elasticsearch.toString()))) {
      return Mono.from(context.getBean(ElasticsearchHealth.class).getResult())
          .blockOptional()
          .orElseThrow();
    }
  }
}
