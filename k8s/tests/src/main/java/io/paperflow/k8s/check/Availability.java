package io.paperflow.k8s.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.paperflow.k8s.manifest.Manifest;
import io.paperflow.k8s.manifest.Manifests;
import java.util.stream.Stream;

/** Roll-outs and drains of nodes go on and lose nothing. */
final class Availability implements Check {

  /**
   * A loop takes at most 20 s for what is open and 8 s to leave its group; see {@code SinkLoop} and
   * {@code LoopThread} in platform/pipeline.
   */
  private static final int DRAIN_SECONDS = 28;

  @Override
  public Stream<Problem> problems(Manifests manifests) {
    return Stream.concat(
        manifests.of("Deployment").filter(Availability::service).flatMap(d -> of(manifests, d)),
        manifests.of("PodDisruptionBudget").flatMap(Availability::ofBudget));
  }

  private static boolean service(Manifest deployment) {
    return deployment.containers().anyMatch(c -> c.path("name").asText().equals("service"));
  }

  private static Stream<Problem> of(Manifests manifests, Manifest deployment) {
    Stream.Builder<Problem> problems = Stream.builder();
    JsonNode pod = deployment.tree().at("/spec/template/spec");
    int pause =
        deployment
            .containers()
            .mapToInt(container -> container.at("/lifecycle/preStop/sleep/seconds").asInt())
            .sum();
    int grace = pod.path("terminationGracePeriodSeconds").asInt(30);
    if (grace <= DRAIN_SECONDS + pause) {
      problems.add(
          Problem.of(
              deployment,
              "terminationGracePeriodSeconds: %d is not above a drain of %d s and a pause of %d s",
              grace,
              DRAIN_SECONDS,
              pause));
    }
    JsonNode rolling = deployment.tree().at("/spec/strategy/rollingUpdate");
    if (rolling.path("maxUnavailable").asInt(1) == 0 && rolling.path("maxSurge").asInt(1) == 0) {
      problems.add(Problem.of(deployment, "strategy: neither one less nor one more: stuck"));
    }
    if (manifests
        .of("PodDisruptionBudget")
        .noneMatch(
            budget ->
                budget
                    .tree()
                    .at("/spec/selector/matchLabels")
                    .equals(deployment.tree().at("/spec/selector/matchLabels")))) {
      problems.add(Problem.of(deployment, "no PodDisruptionBudget for its pods"));
    }
    return problems.build();
  }

  private static Stream<Problem> ofBudget(Manifest budget) {
    JsonNode spec = budget.tree().path("spec");
    boolean either = spec.has("maxUnavailable") ^ spec.has("minAvailable");
    return either && !spec.path("maxUnavailable").asText().matches("0|0%")
        ? Stream.empty()
        : Stream.of(Problem.of(budget, "no node with such a pod could ever be drained"));
  }
}
