package io.paperflow.k8s.run;

import io.paperflow.k8s.manifest.Manifests;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;

/**
 * The container engine, found as Testcontainers finds it: by DOCKER_HOST, or at its usual place.
 */
public final class Engine {

  private Engine() {}

  /** What is missing to run these manifests, with the remedy; empty when nothing is. */
  public static Optional<String> missing(Manifests manifests) {
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      return Optional.of(
          "no container engine answers: start Docker, or see build/engine, and set DOCKER_HOST");
    }
    List<String> images =
        manifests
            .of("Deployment")
            .flatMap(deployment -> deployment.containers())
            .map(container -> container.path("image").asText())
            .toList();
    TreeSet<String> absent = new TreeSet<>(images);
    DockerClientFactory.lazyClient().listImagesCmd().exec().stream()
        .flatMap(image -> Stream.of(Objects.requireNonNullElse(image.getRepoTags(), new String[0])))
        .forEach(tag -> absent.remove(tag.replaceFirst(":latest$", "")));
    return absent.isEmpty()
        ? Optional.empty()
        : Optional.of("images are missing, run build/images: " + String.join(", ", absent));
  }
}
