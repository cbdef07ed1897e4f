package io.paperflow.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SearchExtension.class)
class ManagementTest {

  private final RunningSearch search;

  ManagementTest(RunningSearch search) {
    this.search = search;
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health", "/health/liveness", "/health/readiness"})
  void healthIsUp(String path) {
    var answer = search.get(path);
    assertEquals(200, answer.statusCode());
    assertTrue(answer.body().contains("\"UP\""), answer.body());
  }

  @Test
  void searchesAreTimed() {
    search.get("/api/search?q=graph");
    String metrics = search.get("/prometheus").body();
    assertTrue(
        metrics
            .lines()
            .anyMatch(
                line ->
                    line.startsWith("http_server_requests_seconds_bucket")
                        && line.contains("uri=\"/api/search\"")
                        && line.contains("status=\"200\"")),
        metrics);
  }
}
