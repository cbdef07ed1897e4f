package io.paperflow.k8s.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.paperflow.k8s.manifest.Manifest;
import io.paperflow.k8s.manifest.Manifests;
import io.paperflow.schemas.ConsumerGroups;
import io.paperflow.schemas.Topics;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;

/** Who scales a Deployment scales one that is there, alone, by what it really reads. */
final class Scaling implements Check {

  /** Consumer groups that share partitions, and what they read. */
  private static final Map<String, String> READS =
      Map.of(
          ConsumerGroups.PARSER, Topics.RAW,
          ConsumerGroups.ENRICHER, Topics.PARSED,
          ConsumerGroups.INDEXER, Topics.ENRICHED,
          ConsumerGroups.EMBEDDER, Topics.ENRICHED,
          ConsumerGroups.NOTIFIER_MATCHES, Topics.ENRICHED);

  @Override
  public Stream<Problem> problems(Manifests manifests) {
    return Stream.concat(manifests.of("ScaledObject"), manifests.of("HorizontalPodAutoscaler"))
        .flatMap(scaler -> of(manifests, scaler));
  }

  private static Stream<Problem> of(Manifests manifests, Manifest scaler) {
    Stream.Builder<Problem> problems = Stream.builder();
    String target = scaler.tree().at("/spec/scaleTargetRef/name").asText();
    manifests
        .find("Deployment", target)
        .ifPresentOrElse(
            deployment -> {
              if (deployment.tree().path("spec").has("replicas")) {
                problems.add(
                    Problem.of(
                        deployment,
                        "replicas: %s scales it, and each apply would undo that",
                        scaler));
              }
            },
            () -> problems.add(Problem.of(scaler, "scaleTargetRef: no Deployment '%s'", target)));
    String most =
        scaler.kind().equals("ScaledObject") ? "/spec/maxReplicaCount" : "/spec/maxReplicas";
    String least =
        scaler.kind().equals("ScaledObject") ? "/spec/minReplicaCount" : "/spec/minReplicas";
    int max = scaler.tree().at(most).asInt();
    if (max < scaler.tree().at(least).asInt()) {
      problems.add(Problem.of(scaler, "%s is below %s", most, least));
    }
    for (JsonNode trigger : scaler.tree().at("/spec/triggers")) {
      ofTrigger(manifests, scaler, trigger, max, problems);
    }
    return problems.build();
  }

  private static void ofTrigger(
      Manifests manifests,
      Manifest scaler,
      JsonNode trigger,
      int max,
      Stream.Builder<Problem> problems) {
    JsonNode metadata = trigger.path("metadata");
    String group = metadata.path("consumerGroup").asText();
    String topic = metadata.path("topic").asText();
    if (!topic.equals(READS.getOrDefault(group, ""))) {
      problems.add(Problem.of(scaler, "no consumer group '%s' reads '%s'", group, topic));
    }
    JsonNode kafka = settings(manifests).path("paperflow").path("kafka");
    if (!kafka
        .path("bootstrap-servers")
        .asText()
        .equals(metadata.path("bootstrapServers").asText())) {
      problems.add(
          Problem.of(
              scaler,
              "bootstrapServers: the services are told %s",
              kafka.path("bootstrap-servers")));
    }
    int partitions = kafka.path("partitions").asInt();
    if (max > partitions) {
      problems.add(
          Problem.of(
              scaler, "maxReplicaCount: %d, but topics have %d partitions", max, partitions));
    }
    String authentication = trigger.at("/authenticationRef/name").asText();
    if (!authentication.isEmpty()
        && manifests.find("TriggerAuthentication", authentication).isEmpty()) {
      problems.add(
          Problem.of(scaler, "authenticationRef: no TriggerAuthentication '%s'", authentication));
    }
  }

  /** The settings that the services are given. */
  static JsonNode settings(Manifests manifests) {
    return manifests
        .of("ConfigMap")
        .map(map -> map.tree().path("data").path("settings.yml"))
        .filter(JsonNode::isTextual)
        .findFirst()
        .map(
            text -> {
              try {
                return new YAMLMapper().readTree(text.asText());
              } catch (IOException _) {
                // Said by the check of the settings.
                return text;
              }
            })
        .orElseGet(MissingNode::getInstance);
  }
}
