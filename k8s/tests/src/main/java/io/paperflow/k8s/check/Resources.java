package io.paperflow.k8s.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubernetes.client.custom.Quantity;
import io.paperflow.k8s.manifest.Manifest;
import io.paperflow.k8s.manifest.Manifests;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every container says what it needs and what it may have, and needs no more than it may have. */
final class Resources implements Check {

  @Override
  public Stream<Problem> problems(Manifests manifests) {
    return manifests
        .workloads()
        .flatMap(workload -> workload.containers().flatMap(container -> of(workload, container)));
  }

  private static Stream<Problem> of(Manifest workload, JsonNode container) {
    Stream.Builder<Problem> problems = Stream.builder();
    for (String resource : List.of("cpu", "memory")) {
      Optional<BigDecimal> request = amount(container.at("/resources/requests/" + resource));
      Optional<BigDecimal> limit = amount(container.at("/resources/limits/" + resource));
      if (request.isEmpty() || limit.isEmpty()) {
        problems.add(
            Problem.of(workload, "resources: no amount of %s is requested or limited", resource));
      } else if (request.get().compareTo(limit.get()) > 0) {
        problems.add(
            Problem.of(workload, "resources: more %s is requested than allowed", resource));
      }
      if (resource.equals("memory")
          && limit.filter(l -> l.compareTo(BigDecimal.valueOf(1 << 20)) < 0).isPresent()) {
        problems.add(Problem.of(workload, "resources: less than a megabyte of memory: a unit?"));
      }
    }
    return problems.build();
  }

  private static Optional<BigDecimal> amount(JsonNode node) {
    try {
      return node.isMissingNode()
          ? Optional.empty()
          : Optional.of(Quantity.fromString(node.asText()).getNumber());
    } catch (RuntimeException _) {
      return Optional.empty();
    }
  }
}
