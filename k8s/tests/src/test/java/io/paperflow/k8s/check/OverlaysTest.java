package io.paperflow.k8s.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.paperflow.k8s.manifest.Manifests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverlaysTest {

  private static final Overlays OVERLAYS = new Overlays();

  @ParameterizedTest
  @ValueSource(strings = {"dev", "production", "operators"})
  void nothingIsWrongWithAnOverlay(String overlay) throws IOException {
    Manifests manifests = OVERLAYS.get(overlay);
    assertEquals(List.of(), Checks.of(Overlays.ROOT).problems(manifests));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "production", "operators"})
  void everyServiceIsInAnOverlay(String overlay) {
    Set<String> names =
        OVERLAYS.get(overlay).of("Deployment").map(d -> d.name()).collect(Collectors.toSet());
    assertEquals(
        Set.of(),
        Set.of("fetcher", "parser", "enricher", "indexer", "embedder", "search", "notifier")
            .stream()
            .filter(name -> !names.contains(name))
            .collect(Collectors.toSet()));
  }

  @Test
  void theRulesOfTheOperatorAreThoseOfThePlainFile() throws IOException {
    JsonNode plain =
        new YAMLMapper().readTree(Files.readString(Overlays.ROOT.resolve("monitoring/alerts.yml")));
    JsonNode rules =
        OVERLAYS.get("production").of("PrometheusRule").findFirst().orElseThrow().tree();
    assertFalse(plain.path("groups").isEmpty());
    assertEquals(plain.path("groups"), rules.at("/spec/groups"));
  }

  @Test
  void theSamplesAreCopiesOfThoseOfTheProject() throws IOException {
    Path folder = Overlays.ROOT.resolve("k8s/components/samples");
    try (Stream<Path> files = Files.list(folder)) {
      for (Path copy : files.filter(f -> !f.endsWith("kustomization.yaml")).toList()) {
        Path original = Overlays.ROOT.resolve("samples").resolve(copy.getFileName());
        assertEquals(-1, Files.mismatch(original, copy), copy::toString);
      }
    }
  }

  @Test
  void noSecretHasAValueInAManifest() {
    for (String overlay : List.of("dev", "production", "operators")) {
      assertEquals(0, OVERLAYS.get(overlay).of("Secret").count(), overlay);
    }
  }
}
