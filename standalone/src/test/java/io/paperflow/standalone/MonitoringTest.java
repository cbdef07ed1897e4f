package io.paperflow.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The dashboard and the alerts speak of metrics that the services have. */
class MonitoringTest {

  private static final Path ROOT = Path.of("..");
  private static final Path DASHBOARD = ROOT.resolve("monitoring/grafana-dashboard.json");
  private static final Path ALERTS = ROOT.resolve("monitoring/alerts.yml");

  private static final Pattern USED = Pattern.compile("paperflow_[a-z_]+");
  private static final Pattern MADE = Pattern.compile("\"(paperflow\\.[a-z.]+)\"");
  private static final Pattern UNIT = Pattern.compile("_(total|seconds|seconds_bucket)$");
  private static final Pattern ALERT = Pattern.compile("alert: (\\w+)");

  @Test
  void everyMetricIsMadeBySomeService() throws Exception {
    Set<String> made = new TreeSet<>();
    try (Stream<Path> files = Files.walk(ROOT)) {
      files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> file.toString().contains("src/main"))
          .forEach(file -> found(MADE, read(file)).forEach(made::add));
    }
    Set<String> used =
        Stream.of(DASHBOARD, ALERTS)
            .flatMap(file -> found(USED, read(file)))
            .map(name -> UNIT.matcher(name).replaceAll("").replace('_', '.'))
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(used.size() > 10, used::toString);
    used.removeAll(made);
    assertEquals(Set.of(), used);
  }

  @Test
  void everyPanelHasAQuestionAndEveryAlertAnExplanation() throws Exception {
    JsonNode panels = new ObjectMapper().readTree(DASHBOARD.toFile()).path("panels");
    for (JsonNode panel : panels) {
      if (!panel.path("type").asText().equals("row")) {
        assertTrue(panel.at("/targets/0/expr").asText().length() > 10, panel::toString);
      }
    }
    String operations = read(ROOT.resolve("docs/operations.md"));
    Set<String> alerts = found(ALERT, read(ALERTS)).collect(Collectors.toCollection(TreeSet::new));
    assertTrue(alerts.size() > 5, alerts::toString);
    alerts.removeIf(operations::contains);
    assertEquals(Set.of(), alerts, "not in docs/operations.md");
  }

  @Test
  void kibanaIsShownFieldsThatTheIndexHas() throws Exception {
    JsonNode mapping =
        new ObjectMapper()
            .readTree(ROOT.resolve("indexer/src/main/resources/index/papers.json").toFile());
    Set<String> ids = new TreeSet<>();
    Set<String> referred = new TreeSet<>();
    Set<String> unknown = new TreeSet<>();
    for (String line : Files.readAllLines(ROOT.resolve("monitoring/kibana.ndjson"))) {
      JsonNode object = new ObjectMapper().readTree(line);
      ids.add(object.path("type").asText() + " " + object.path("id").asText());
      for (JsonNode reference : object.path("references")) {
        referred.add(reference.path("type").asText() + " " + reference.path("id").asText());
      }
      if (object.path("type").asText().equals("visualization")) {
        JsonNode state = new ObjectMapper().readTree(object.at("/attributes/visState").asText());
        for (JsonNode aggregation : state.path("aggs")) {
          String field = aggregation.at("/params/field").asText();
          if (!field.isEmpty() && mapping.at(place(field)).isMissingNode()) {
            unknown.add(field);
          }
        }
      }
    }
    assertEquals(Set.of(), unknown);
    referred.removeAll(ids);
    assertEquals(Set.of(), referred);
    assertTrue(ids.contains("dashboard paperflow"), ids::toString);
  }

  private static String place(String field) {
    return "/mappings/properties/" + field.replace(".", "/properties/");
  }

  private static Stream<String> found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.results().map(result -> result.group(result.groupCount()));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
