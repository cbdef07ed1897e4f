package io.paperflow.k8s.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.paperflow.k8s.manifest.Manifest;
import io.paperflow.k8s.manifest.Manifests;
import java.util.Map;
import java.util.stream.Stream;

/** Whoever selects pods by labels selects some, and the ones that are meant. */
final class Selectors implements Check {

  @Override
  public Stream<Problem> problems(Manifests manifests) {
    return manifests.all().stream().flatMap(manifest -> of(manifests, manifest));
  }

  private static Stream<Problem> of(Manifests manifests, Manifest manifest) {
    return switch (manifest.kind()) {
      case "Deployment" -> ofDeployment(manifest);
      case "Service" ->
          one(manifests, manifest, Manifest.strings(manifest.tree().at("/spec/selector")));
      case "PodDisruptionBudget" ->
          one(
              manifests,
              manifest,
              Manifest.strings(manifest.tree().at("/spec/selector/matchLabels")));
      case "NetworkPolicy" ->
          one(
              manifests,
              manifest,
              Manifest.strings(manifest.tree().at("/spec/podSelector/matchLabels")));
      case "ServiceMonitor" -> ofMonitor(manifests, manifest);
      default -> Stream.empty();
    };
  }

  private static Stream<Problem> one(
      Manifests manifests, Manifest manifest, Map<String, String> labels) {
    long count = labels.isEmpty() ? 0 : manifests.withPods(labels).count();
    return count == 1
        ? Stream.empty()
        : Stream.of(
            Problem.of(manifest, "selector %s: pods of %d workloads have it", labels, count));
  }

  private static Stream<Problem> ofDeployment(Manifest deployment) {
    Stream.Builder<Problem> problems = Stream.builder();
    Map<String, String> labels = Manifests.labelsOfPods(deployment);
    Map<String, String> selector =
        Manifest.strings(deployment.tree().at("/spec/selector/matchLabels"));
    if (selector.isEmpty() || !labels.entrySet().containsAll(selector.entrySet())) {
      problems.add(Problem.of(deployment, "selector %s: its own pods lack it", selector));
    }
    for (JsonNode spread : deployment.tree().at("/spec/template/spec/topologySpreadConstraints")) {
      Map<String, String> spreads = Manifest.strings(spread.at("/labelSelector/matchLabels"));
      if (spreads.isEmpty() || !labels.entrySet().containsAll(spreads.entrySet())) {
        problems.add(
            Problem.of(deployment, "topologySpreadConstraints %s: its own pods lack it", spreads));
      }
    }
    return problems.build();
  }

  private static Stream<Problem> ofMonitor(Manifests manifests, Manifest monitor) {
    Map<String, String> labels = Manifest.strings(monitor.tree().at("/spec/selector/matchLabels"));
    return monitor
        .tree()
        .at("/spec/endpoints")
        .valueStream()
        .map(endpoint -> endpoint.path("port").asText())
        .filter(
            port ->
                manifests
                    .of("Service")
                    .filter(service -> service.labels().entrySet().containsAll(labels.entrySet()))
                    .noneMatch(service -> hasPort(service, port)))
        .map(port -> Problem.of(monitor, "no Service with %s has a port '%s'", labels, port));
  }

  private static boolean hasPort(Manifest service, String name) {
    return service
        .tree()
        .at("/spec/ports")
        .valueStream()
        .anyMatch(port -> port.path("name").asText().equals(name));
  }
}
