package io.paperflow.k8s.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.paperflow.k8s.manifest.Manifest;
import io.paperflow.k8s.manifest.Manifests;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Ports are numbers that exist, and a Service leads to a port that its pods have. */
final class Ports implements Check {

  private static final Pattern NAME =
      Pattern.compile("(?=.*[a-z])[a-z0-9]([-a-z0-9]{0,13}[a-z0-9])?");
  private static final Set<String> PROTOCOLS = Set.of("", "TCP", "UDP", "SCTP");

  @Override
  public Stream<Problem> problems(Manifests manifests) {
    return Stream.concat(
        manifests.workloads().flatMap(Ports::ofPods),
        manifests.of("Service").flatMap(service -> ofService(manifests, service)));
  }

  private static Stream<Problem> ofPods(Manifest workload) {
    Set<String> names = new HashSet<>();
    return PodPorts.of(workload)
        .flatMap(
            port -> {
              Stream.Builder<Problem> problems = Stream.builder();
              checkNumber(workload, "containerPort", port.path("containerPort"), problems);
              checkName(workload, port, problems);
              if (!names.add(port.path("name").asText())) {
                problems.add(
                    Problem.of(workload, "ports: '%s' is there twice", port.path("name").asText()));
              }
              return problems.build();
            });
  }

  private static Stream<Problem> ofService(Manifests manifests, Manifest service) {
    Stream.Builder<Problem> problems = Stream.builder();
    Map<String, String> selector = Manifest.strings(service.tree().at("/spec/selector"));
    for (JsonNode port : service.tree().at("/spec/ports")) {
      checkNumber(service, "port", port.path("port"), problems);
      checkName(service, port, problems);
      JsonNode target = port.has("targetPort") ? port.path("targetPort") : port.path("port");
      if (manifests.withPods(selector).noneMatch(workload -> PodPorts.has(workload, target))) {
        problems.add(Problem.of(service, "targetPort %s: its pods have no such port", target));
      }
    }
    return problems.build();
  }

  private static void checkNumber(
      Manifest manifest, String field, JsonNode port, Stream.Builder<Problem> problems) {
    if (!port.isInt() || port.asInt() < 1 || port.asInt() > 65_535) {
      problems.add(Problem.of(manifest, "%s: %s is not within 1 to 65535", field, port));
    }
  }

  private static void checkName(
      Manifest manifest, JsonNode port, Stream.Builder<Problem> problems) {
    String name = port.path("name").asText();
    if (!NAME.matcher(name).matches()) {
      problems.add(Problem.of(manifest, "ports: '%s' is no name of a port", name));
    }
    if (!PROTOCOLS.contains(port.path("protocol").asText())) {
      problems.add(Problem.of(manifest, "ports: no such protocol: %s", port.path("protocol")));
    }
  }
}
