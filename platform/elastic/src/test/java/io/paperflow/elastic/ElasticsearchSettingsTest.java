package io.paperflow.elastic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.micronaut.context.ApplicationContext;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ElasticsearchSettingsTest {

  @Test
  void defaultsAreThoseOfALocalCluster() {
    ElasticsearchSettings settings = bound(Map.of());
    assertEquals(List.of(), settings.problems());
    assertEquals(List.of(URI.create("http://localhost:9200")), settings.addresses());
    assertEquals(Duration.ofSeconds(2), settings.connectWithin());
    assertEquals(Duration.ofSeconds(30), settings.answerWithin());
    assertEquals(settings, ElasticsearchSettings.of(URI.create("http://localhost:9200")));
  }

  @Test
  void everyKeyIsRead() {
    ElasticsearchSettings settings =
        bound(
            Map.of(
                "paperflow.elasticsearch.uris", "https://a:9200,https://b:9200",
                "paperflow.elasticsearch.username", "indexer",
                "paperflow.elasticsearch.password", "secret",
                "paperflow.elasticsearch.connect-timeout", "500ms",
                "paperflow.elasticsearch.read-timeout", "1m"));
    assertEquals(List.of(), settings.problems());
    assertEquals(
        new ElasticsearchSettings(
            List.of("https://a:9200", "https://b:9200"), "indexer", "secret", null, "500ms", "1m"),
        settings);
    assertEquals(Duration.ofMillis(500), settings.connectWithin());
    assertEquals(Duration.ofMinutes(1), settings.answerWithin());
    assertEquals("key", bound(Map.of("paperflow.elasticsearch.api-key", "key")).apiKey());
  }

  @Test
  void allProblemsAreToldAtOnce() {
    ElasticsearchSettings settings =
        new ElasticsearchSettings(
            List.of("localhost:9200", "http://host/path", "http://user:secret@host"),
            "user",
            null,
            "key",
            "soon",
            "0s");
    List<String> problems = settings.problems();
    assertEquals(7, problems.size(), problems.toString());
    List.of(
            "localhost:9200",
            "http://host/path",
            ".uris holds credentials",
            "belong together",
            "exclude each other",
            "connect-timeout: 'soon'",
            "read-timeout: '0s'")
        .forEach(
            part -> assertEquals(1, problems.stream().filter(p -> p.contains(part)).count(), part));
  }

  @Test
  void noAddressIsAProblem() {
    ElasticsearchSettings settings =
        new ElasticsearchSettings(List.of(), null, null, null, "2s", "30s");
    assertEquals(1, settings.problems().size());
  }

  @Test
  void secretsAreInNoText() {
    ElasticsearchSettings settings =
        new ElasticsearchSettings(
            List.of("http://:secret@host", "http://u:secret@ host"),
            "user",
            "secret",
            "secret",
            "2s",
            "30s");
    assertFalse(settings.problems().toString().contains("secret"), settings.problems().toString());
    assertFalse(
        new ElasticsearchSettings(List.of("http://host"), "user", "secret", null, "2s", "30s")
            .toString()
            .contains("secret"));
  }

  private static ElasticsearchSettings bound(Map<String, Object> properties) {
    try (ApplicationContext context = ApplicationContext.run(properties)) {
      return context.getBean(ElasticsearchSettings.class);
    }
  }
}
