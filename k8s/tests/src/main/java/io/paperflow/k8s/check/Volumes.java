package io.paperflow.k8s.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.paperflow.k8s.manifest.Manifest;
import io.paperflow.k8s.manifest.Manifests;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is mounted exists, each place once, and no volume is for nothing. */
final class Volumes implements Check {

  @Override
  public Stream<Problem> problems(Manifests manifests) {
    return manifests.workloads().flatMap(Volumes::of);
  }

  private static Stream<Problem> of(Manifest workload) {
    Stream.Builder<Problem> problems = Stream.builder();
    Set<String> volumes =
        workload
            .pod()
            .orElseThrow()
            .at("/spec/volumes")
            .valueStream()
            .map(volume -> volume.path("name").asText())
            .collect(Collectors.toSet());
    Set<String> unused = new HashSet<>(volumes);
    workload
        .containers()
        .forEach(
            container -> {
              Set<String> paths = new HashSet<>();
              for (JsonNode mount : container.path("volumeMounts")) {
                String name = mount.path("name").asText();
                String path = mount.path("mountPath").asText();
                unused.remove(name);
                if (!volumes.contains(name)) {
                  problems.add(Problem.of(workload, "volumeMounts: no volume '%s'", name));
                }
                if (!path.startsWith("/") || !paths.add(path)) {
                  problems.add(
                      Problem.of(
                          workload, "volumeMounts: '%s' is no path or is there twice", path));
                }
              }
            });
    unused.forEach(name -> problems.add(Problem.of(workload, "volume %s is not mounted", name)));
    return problems.build();
  }
}
