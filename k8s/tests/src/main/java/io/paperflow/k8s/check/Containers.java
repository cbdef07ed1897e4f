package io.paperflow.k8s.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.paperflow.k8s.manifest.Manifest;
import io.paperflow.k8s.manifest.Manifests;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Each container has a name and an image of its own, and each variable once. */
final class Containers implements Check {

  /** The reference of an image: registry and path, and tag or digest. */
  private static final Pattern IMAGE =
      Pattern.compile(
          "([a-z0-9.-]+(:[0-9]+)?/)?[a-z0-9._-]+(/[a-z0-9._-]+)*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?");

  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  @Override
  public Stream<Problem> problems(Manifests manifests) {
    return manifests.workloads().flatMap(Containers::problems);
  }

  private static Stream<Problem> problems(Manifest workload) {
    Stream.Builder<Problem> problems = Stream.builder();
    Set<String> names = new HashSet<>();
    workload
        .containers()
        .forEach(
            container -> {
              String name = container.path("name").asText();
              if (!names.add(name)) {
                problems.add(Problem.of(workload, "container '%s' is there twice", name));
              }
              String image = container.path("image").asText();
              if (!IMAGE.matcher(image).matches()) {
                problems.add(Problem.of(workload, "container %s: '%s' is no image", name, image));
              }
              variables(workload, container, problems);
            });
    return problems.build();
  }

  private static void variables(
      Manifest workload, JsonNode container, Stream.Builder<Problem> problems) {
    Set<String> seen = new HashSet<>();
    for (JsonNode variable : container.path("env")) {
      String name = variable.path("name").asText();
      if (!VARIABLE.matcher(name).matches()) {
        problems.add(Problem.of(workload, "env: '%s' is no name of a variable", name));
      }
      if (!seen.add(name)) {
        problems.add(Problem.of(workload, "env: %s is there twice", name));
      }
    }
  }
}
