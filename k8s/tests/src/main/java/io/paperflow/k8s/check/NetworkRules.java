package io.paperflow.k8s.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.paperflow.k8s.manifest.Manifest;
import io.paperflow.k8s.manifest.Manifests;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every workload has a policy, which opens ports that are there to pods that may be there. */
final class NetworkRules implements Check {

  private static final Pattern CIDR =
      Pattern.compile(
          "([0-9]{1,3}(\\.[0-9]{1,3}){3}/([0-9]|[12][0-9]|3[0-2])|[0-9a-fA-F:]+/[0-9]{1,3})");

  /** Labels that pods of Kafka and Elasticsearch have, whoever makes them. */
  private static final Set<Map<String, String>> SERVERS =
      Set.of(
          Map.of("app.kubernetes.io/name", "kafka"), Map.of("paperflow.io/role", "elasticsearch"));

  @Override
  public Stream<Problem> problems(Manifests manifests) {
    return Stream.concat(
        manifests
            .of("Deployment")
            .filter(workload -> policies(manifests, workload).isEmpty())
            .map(workload -> Problem.of(workload, "no NetworkPolicy selects its pods")),
        manifests.of("NetworkPolicy").flatMap(policy -> of(manifests, policy)));
  }

  private static Set<Manifest> policies(Manifests manifests, Manifest workload) {
    Map<String, String> labels = Manifests.labelsOfPods(workload);
    return manifests
        .of("NetworkPolicy")
        .filter(policy -> labels.entrySet().containsAll(selected(policy).entrySet()))
        .collect(Collectors.toSet());
  }

  private static Map<String, String> selected(Manifest policy) {
    return Manifest.strings(policy.tree().at("/spec/podSelector/matchLabels"));
  }

  private static Stream<Problem> of(Manifests manifests, Manifest policy) {
    Stream.Builder<Problem> problems = Stream.builder();
    Set<String> types =
        policy
            .tree()
            .at("/spec/policyTypes")
            .valueStream()
            .map(JsonNode::asText)
            .collect(Collectors.toSet());
    if (!types.equals(Set.of("Ingress", "Egress"))) {
      problems.add(Problem.of(policy, "policyTypes: %s leaves a direction open", types));
    }
    for (JsonNode rule : policy.tree().at("/spec/ingress")) {
      rule.path("from").forEach(peer -> peer(manifests, policy, peer, problems));
      for (JsonNode port : rule.path("ports")) {
        if (manifests
            .withPods(selected(policy))
            .noneMatch(workload -> PodPorts.has(workload, port.path("port")))) {
          problems.add(Problem.of(policy, "ingress: its pods have no port %s", port.path("port")));
        }
      }
    }
    for (JsonNode rule : policy.tree().at("/spec/egress")) {
      rule.path("to").forEach(peer -> peer(manifests, policy, peer, problems));
      if (rule.path("to").isEmpty()) {
        problems.add(Problem.of(policy, "egress: a rule that leads everywhere"));
      }
    }
    return problems.build();
  }

  private static void peer(
      Manifests manifests, Manifest policy, JsonNode peer, Stream.Builder<Problem> problems) {
    Map<String, String> labels = Manifest.strings(peer.at("/podSelector/matchLabels"));
    if (peer.has("podSelector")
        && !SERVERS.contains(labels)
        && manifests.withPods(labels).findAny().isEmpty()) {
      problems.add(Problem.of(policy, "no pods have the labels of the peer %s", labels));
    }
    if (peer.has("ipBlock") && !CIDR.matcher(peer.at("/ipBlock/cidr").asText()).matches()) {
      problems.add(Problem.of(policy, "ipBlock: %s is no range", peer.at("/ipBlock/cidr")));
    }
  }
}
