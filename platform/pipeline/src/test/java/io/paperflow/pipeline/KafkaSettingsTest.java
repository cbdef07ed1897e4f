package io.paperflow.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaSettingsTest {

  @Test
  void goodSettingsHaveNoProblems() {
    assertEquals(
        List.of(),
        new KafkaSettings("a.example:9092, [::1]:9093", "pod-1", 8, 3, Map.of()).problems());
  }

  @Test
  void allProblemsAreToldAtOnce() {
    List<String> problems = new KafkaSettings("kafka", "a b", 0, 11, Map.of()).problems();
    assertEquals(4, problems.size(), problems::toString);
  }

  @Test
  void secretsAreNotPrinted() {
    String text =
        new KafkaSettings("a:1", "i", 1, 1, Map.of("sasl.jaas.config", "password=hunter2"))
            .toString();
    assertFalse(text.contains("hunter2"), text);
  }
}
