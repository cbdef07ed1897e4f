package io.paperflow.k8s.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The objects that are applied together.
 *
 * @param all in the order of their text
 */
public record Manifests(List<Manifest> all) {

  private static final YAMLMapper YAML = YAMLMapper.builder().build();

  public Manifests {
    all = List.copyOf(all);
  }

  /** The documents of a text in YAML. */
  public static Manifests parse(String yaml) throws IOException {
    try (MappingIterator<JsonNode> documents = YAML.readerFor(JsonNode.class).readValues(yaml)) {
      return new Manifests(
          documents.readAll().stream().filter(JsonNode::isObject).map(Manifest::new).toList());
    }
  }

  /**
   * What kustomize makes of a directory.
   *
   * @throws IOException when kubectl is not there, or refuses; its message is in the exception's
   */
  public static Manifests render(Path overlay) throws IOException, InterruptedException {
    return parse(Kustomize.render(overlay));
  }

  /** The objects of a kind. */
  public Stream<Manifest> of(String kind) {
    return all.stream().filter(manifest -> manifest.kind().equals(kind));
  }

  /** The object of this kind and name. */
  public Optional<Manifest> find(String kind, String name) {
    return of(kind).filter(manifest -> manifest.name().equals(name)).findFirst();
  }

  /** Those that have pods. */
  public Stream<Manifest> workloads() {
    return all.stream().filter(manifest -> manifest.pod().isPresent());
  }

  /** Those whose pods have all of these labels. */
  public Stream<Manifest> withPods(Map<String, String> labels) {
    return workloads()
        .filter(workload -> labelsOfPods(workload).entrySet().containsAll(labels.entrySet()));
  }

  /** The labels of the pods of a workload. */
  public static Map<String, String> labelsOfPods(Manifest workload) {
    return workload
        .pod()
        .map(pod -> Manifest.strings(pod.at("/metadata/labels")))
        .orElseGet(Map::of);
  }
}
