package io.paperflow.k8s.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.paperflow.k8s.manifest.Manifest;
import io.paperflow.k8s.manifest.Manifests;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each entry of {@code broken.yml} breaks one thing of a good overlay; the checks must say so, and
 * nothing that has nothing to do with it.
 */
class BrokenManifestsTest {

  private static final Overlays OVERLAYS = new Overlays();

  @TestFactory
  Stream<DynamicTest> brokenManifestsAreCaught() throws IOException {
    Checks checks = Checks.of(Overlays.ROOT);
    List<JsonNode> all = new ArrayList<>();
    try (InputStream in = BrokenManifestsTest.class.getResourceAsStream("/broken.yml")) {
      new YAMLMapper().readTree(in).forEach(all::add);
    }
    assertTrue(all.size() >= 30, "at least thirty");
    return all.stream()
        .map(
            entry ->
                DynamicTest.dynamicTest(
                    entry.path("name").asText(), () -> assertCaught(checks, entry)));
  }

  private static void assertCaught(Checks checks, JsonNode entry) {
    Manifests good = OVERLAYS.get(entry.path("overlay").asText("operators"));
    List<Problem> problems = checks.problems(broken(good, entry));

    String expected = entry.path("says").asText();
    assertTrue(
        problems.stream().anyMatch(problem -> problem.toString().contains(expected)),
        () -> "expected '" + expected + "' among " + problems);
    assertTrue(problems.size() <= entry.path("problems").asInt(3), problems::toString);
  }

  private static Manifests broken(Manifests good, JsonNode entry) {
    String object = entry.path("object").asText();
    List<Manifest> all = new ArrayList<>();
    int found = 0;
    for (Manifest manifest : good.all()) {
      boolean meant = manifest.toString().matches(object);
      found += meant ? 1 : 0;
      if (meant && entry.path("drop").asBoolean()) {
        continue;
      }
      JsonNode tree = manifest.tree().deepCopy();
      all.add(new Manifest(tree));
      if (meant && entry.path("twice").asBoolean()) {
        all.add(manifest);
      } else if (meant) {
        change(tree, entry.path("path").asText(), entry);
      }
    }
    assertEquals(1, found, "objects named " + object);
    return new Manifests(all);
  }

  /** Sets, or without a value removes, what a JSON pointer leads to. */
  private static void change(JsonNode tree, String pointer, JsonNode entry) {
    int slash = pointer.lastIndexOf('/');
    JsonNode parent = tree.at(pointer.substring(0, slash));
    String field = pointer.substring(slash + 1).replace("~1", "/");
    switch (parent) {
      case ObjectNode node when entry.has("value") -> node.set(field, entry.path("value"));
      case ObjectNode node -> assertTrue(node.remove(field) != null, "nothing at " + pointer);
      case ArrayNode node when field.equals("-") -> node.add(entry.path("value"));
      case ArrayNode node -> node.set(Integer.parseInt(field), entry.path("value"));
      default -> throw new IllegalArgumentException("nothing at " + pointer);
    }
  }
}
