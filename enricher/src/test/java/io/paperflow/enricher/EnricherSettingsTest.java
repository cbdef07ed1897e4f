package io.paperflow.enricher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EnricherSettingsTest {

  @Test
  void noHostIsTakenForGitLabUnasked() {
    EnricherSettings settings = bound(Map.of());
    assertEquals(new EnricherSettings(2, List.of()), settings);
    assertEquals(List.of(), settings.problems());
  }

  @Test
  void everyKeyIsRead() {
    assertEquals(
        new EnricherSettings(3, List.of("a.example.org", "b.example.org")),
        bound(
            Map.of(
                "paperflow.enricher.lanes", "3",
                "paperflow.enricher.gitlab-hosts", "a.example.org,b.example.org")));
  }

  @Test
  void aHostThatIsNoneIsAProblem() {
    assertEquals(
        List.of(
            "paperflow.enricher.gitlab-hosts: https://x.org/ is no host in lower case such as"
                + " software.example.org"),
        new EnricherSettings(2, List.of("https://x.org/", "x.org")).problems());
  }

  private static EnricherSettings bound(Map<String, Object> properties) {
    try (ApplicationContext context = ApplicationContext.run(properties, "enricher")) {
      return context.getBean(EnricherSettings.class);
    }
  }
}
