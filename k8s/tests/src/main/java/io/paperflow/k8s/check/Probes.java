package io.paperflow.k8s.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.paperflow.k8s.manifest.Manifest;
import io.paperflow.k8s.manifest.Manifests;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A long-running container has all three probes, at a port that it has and a path that it serves.
 */
final class Probes implements Check {

  private static final List<String> PROBES =
      List.of("startupProbe", "livenessProbe", "readinessProbe");

  /** What a service may be asked; another server's paths are its own. */
  private static final Map<String, Set<String>> PATHS =
      Map.of(
          "startupProbe", Set.of("/health/liveness"),
          "livenessProbe", Set.of("/health/liveness"),
          "readinessProbe", Set.of("/health/readiness"));

  @Override
  public Stream<Problem> problems(Manifests manifests) {
    return manifests
        .of("Deployment")
        .flatMap(workload -> workload.containers().flatMap(container -> of(workload, container)));
  }

  private static Stream<Problem> of(Manifest workload, JsonNode container) {
    Stream.Builder<Problem> problems = Stream.builder();
    for (String name : PROBES) {
      JsonNode probe = container.path(name);
      JsonNode port = probe.at("/httpGet/port");
      if (probe.isMissingNode()) {
        problems.add(Problem.of(workload, "%s is missing", name));
        continue;
      }
      if (port.isMissingNode()) {
        port = probe.at("/tcpSocket/port");
      }
      if (port.isMissingNode() || !PodPorts.has(workload, port)) {
        problems.add(Problem.of(workload, "%s: the pod has no port %s", name, port));
      }
      String path = probe.at("/httpGet/path").asText();
      boolean service = container.path("name").asText().equals("service");
      if (service && !PATHS.getOrDefault(name, Set.of()).contains(path)) {
        problems.add(Problem.of(workload, "%s: a service does not answer it at '%s'", name, path));
      }
    }
    return problems.build();
  }
}
