package io.paperflow.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micronaut.context.ApplicationContext;
import io.paperflow.pipeline.SinkSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IndexerSettingsTest {

  @Test
  void defaultsAreThoseOfTheReference() {
    IndexerSettings settings = bound(Map.of());
    assertEquals(new IndexerSettings(500, 4, 2), settings);
    assertEquals(List.of(), settings.problems());
    assertEquals(new SinkSpec.Limits(500, 4 << 20, 2), settings.limits());
  }

  @Test
  void everyKeyIsRead() {
    assertEquals(
        new IndexerSettings(10, 1, 3),
        bound(
            Map.of(
                "paperflow.indexer.batch-records", "10",
                "paperflow.indexer.batch-megabytes", "1",
                "paperflow.indexer.writers", "3")));
  }

  @Test
  void allProblemsAreToldAtOnce() {
    assertEquals(
        List.of(
            "paperflow.indexer.batch-records: 0 is not between 1 and 10000",
            "paperflow.indexer.batch-megabytes: 51 is not between 1 and 50",
            "paperflow.indexer.writers: -1 is not between 1 and 8"),
        new IndexerSettings(0, 51, -1).problems());
  }

  private static IndexerSettings bound(Map<String, Object> properties) {
    try (ApplicationContext context = ApplicationContext.run(properties, "indexer")) {
      return context.getBean(IndexerSettings.class);
    }
  }
}
