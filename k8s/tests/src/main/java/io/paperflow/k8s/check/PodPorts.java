package io.paperflow.k8s.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.paperflow.k8s.manifest.Manifest;
import java.util.stream.Stream;

/** The ports of a workload's pods. */
final class PodPorts {

  private PodPorts() {}

  /** Whether a port, given by its name or its number, is one of the workload's. */
  static boolean has(Manifest workload, JsonNode port) {
    return of(workload)
        .anyMatch(
            own ->
                port.isTextual()
                    ? own.path("name").asText().equals(port.asText())
                    : own.path("containerPort").asInt() == port.asInt());
  }

  static Stream<JsonNode> of(Manifest workload) {
    return workload.containers().flatMap(container -> container.path("ports").valueStream());
  }
}
