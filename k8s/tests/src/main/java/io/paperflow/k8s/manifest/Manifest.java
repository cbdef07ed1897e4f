package io.paperflow.k8s.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One object of Kubernetes.
 *
 * @param tree the whole of it; not to be changed
 */
public record Manifest(JsonNode tree) {

  /** Such as {@code Deployment}; empty when there is none. */
  public String kind() {
    return tree.path("kind").asText();
  }

  /** Such as {@code apps/v1}; empty when there is none. */
  public String apiVersion() {
    return tree.path("apiVersion").asText();
  }

  /** The name in its metadata; empty when there is none. */
  public String name() {
    return tree.path("metadata").path("name").asText();
  }

  /** The namespace in its metadata; empty when there is none. */
  public String namespace() {
    return tree.path("metadata").path("namespace").asText();
  }

  /** The labels in its metadata. */
  public Map<String, String> labels() {
    return strings(tree.at("/metadata/labels"));
  }

  /** What a pod of it looks like, if it has pods. */
  public Optional<JsonNode> pod() {
    return Optional.of(tree.at("/spec/template"))
        .filter(template -> template.path("spec").has("containers"))
        // Resources of operators patch what the operator makes.
        .filter(template -> apiVersion().equals("apps/v1") || apiVersion().equals("batch/v1"));
  }

  /** The containers of its pods. */
  public Stream<JsonNode> containers() {
    return pod().stream().flatMap(pod -> pod.path("spec").path("containers").valueStream());
  }

  /** A map of texts, such as labels. */
  public static Map<String, String> strings(JsonNode node) {
    Map<String, String> strings = new TreeMap<>();
    node.properties().forEach(e -> strings.put(e.getKey(), e.getValue().asText()));
    return strings;
  }

  /** Kind and name, as in {@code Deployment/parser}. */
  @Override
  public String toString() {
    return kind() + "/" + name();
  }
}
