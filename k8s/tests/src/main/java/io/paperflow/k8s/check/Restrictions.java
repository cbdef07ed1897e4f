package io.paperflow.k8s.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.paperflow.k8s.manifest.Manifest;
import io.paperflow.k8s.manifest.Manifests;
import java.util.stream.Stream;

/**
 * Pods by the Pod Security Standard "restricted", and stricter: a root file system that nobody
 * writes, and no token of the API.
 */
final class Restrictions implements Check {

  @Override
  public Stream<Problem> problems(Manifests manifests) {
    return manifests.workloads().flatMap(Restrictions::of);
  }

  private static Stream<Problem> of(Manifest workload) {
    Stream.Builder<Problem> problems = Stream.builder();
    JsonNode pod = workload.pod().orElseThrow().path("spec");
    expect(workload, pod, "/automountServiceAccountToken", "false", problems);
    expect(workload, pod, "/securityContext/runAsNonRoot", "true", problems);
    expect(workload, pod, "/securityContext/seccompProfile/type", "RuntimeDefault", problems);
    if (pod.at("/securityContext/runAsUser").asInt() == 0) {
      problems.add(Problem.of(workload, "/securityContext/runAsUser is missing or root's"));
    }
    for (String host : new String[] {"hostNetwork", "hostPID", "hostIPC"}) {
      if (pod.path(host).asBoolean()) {
        problems.add(Problem.of(workload, "%s is the node's", host));
      }
    }
    for (JsonNode container : pod.path("containers")) {
      expect(workload, container, "/securityContext/allowPrivilegeEscalation", "false", problems);
      expect(workload, container, "/securityContext/readOnlyRootFilesystem", "true", problems);
      expect(workload, container, "/securityContext/capabilities/drop/0", "ALL", problems);
      if (container.at("/securityContext/privileged").asBoolean()
          || container.at("/securityContext/capabilities").has("add")) {
        problems.add(Problem.of(workload, "securityContext gives rights"));
      }
    }
    return problems.build();
  }

  private static void expect(
      Manifest workload,
      JsonNode node,
      String pointer,
      String value,
      Stream.Builder<Problem> problems) {
    if (!node.at(pointer).asText().equals(value)) {
      problems.add(Problem.of(workload, "%s is not %s", pointer, value));
    }
  }
}
