package io.paperflow.k8s.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.paperflow.k8s.manifest.Manifest;
import io.paperflow.k8s.manifest.Manifests;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What an object names is there: ConfigMaps, Secrets and their keys, accounts, Services. */
final class References implements Check {

  private final KnownSecrets secrets;

  References(KnownSecrets secrets) {
    this.secrets = secrets;
  }

  @Override
  public Stream<Problem> problems(Manifests manifests) {
    Map<String, Set<String>> known = secrets.with(manifests);
    Stream.Builder<Problem> problems = Stream.builder();
    manifests.workloads().forEach(workload -> ofPods(manifests, known, workload, problems));
    manifests.of("Ingress").forEach(ingress -> ofIngress(manifests, known, ingress, problems));
    manifests
        .of("TriggerAuthentication")
        .forEach(
            authentication ->
                authentication
                    .tree()
                    .at("/spec/secretTargetRef")
                    .forEach(
                        reference ->
                            secret(
                                known,
                                authentication,
                                reference.path("name").asText(),
                                reference.path("key").asText(),
                                problems)));
    return problems.build();
  }

  private static void ofPods(
      Manifests manifests,
      Map<String, Set<String>> secrets,
      Manifest workload,
      Stream.Builder<Problem> problems) {
    JsonNode pod = workload.pod().orElseThrow().path("spec");
    String account = pod.path("serviceAccountName").asText();
    if (!account.isEmpty() && manifests.find("ServiceAccount", account).isEmpty()) {
      problems.add(Problem.of(workload, "serviceAccountName: no account '%s'", account));
    }
    for (JsonNode volume : pod.path("volumes")) {
      if (volume.has("configMap")) {
        String name = volume.at("/configMap/name").asText();
        if (manifests.find("ConfigMap", name).isEmpty()) {
          problems.add(Problem.of(workload, "volumes: no ConfigMap '%s'", name));
        }
        for (JsonNode item : volume.at("/configMap/items")) {
          configKey(manifests, workload, name, item.path("key").asText(), problems);
        }
      }
      if (volume.has("secret")) {
        String name = volume.at("/secret/secretName").asText();
        if (!secrets.containsKey(name)) {
          problems.add(Problem.of(workload, "volumes: nobody makes the Secret '%s'", name));
        }
        for (JsonNode item : volume.at("/secret/items")) {
          secret(secrets, workload, name, item.path("key").asText(), problems);
        }
      }
    }
    workload
        .containers()
        .flatMap(container -> container.path("env").valueStream())
        .map(variable -> variable.path("valueFrom"))
        .forEach(
            from -> {
              if (from.has("configMapKeyRef")) {
                JsonNode reference = from.path("configMapKeyRef");
                configKey(
                    manifests,
                    workload,
                    reference.path("name").asText(),
                    reference.path("key").asText(),
                    problems);
              }
              if (from.has("secretKeyRef")) {
                JsonNode reference = from.path("secretKeyRef");
                secret(
                    secrets,
                    workload,
                    reference.path("name").asText(),
                    reference.path("key").asText(),
                    problems);
              }
            });
  }

  private static void configKey(
      Manifests manifests,
      Manifest manifest,
      String name,
      String key,
      Stream.Builder<Problem> problems) {
    boolean there =
        manifests.find("ConfigMap", name).filter(m -> m.tree().path("data").has(key)).isPresent();
    if (!there) {
      problems.add(Problem.of(manifest, "no key '%s' in a ConfigMap '%s'", key, name));
    }
  }

  private static void secret(
      Map<String, Set<String>> secrets,
      Manifest manifest,
      String name,
      String key,
      Stream.Builder<Problem> problems) {
    if (!secrets.getOrDefault(name, Set.of()).contains(key)) {
      problems.add(Problem.of(manifest, "nobody makes a Secret '%s' with a key '%s'", name, key));
    }
  }

  private static void ofIngress(
      Manifests manifests,
      Map<String, Set<String>> secrets,
      Manifest ingress,
      Stream.Builder<Problem> problems) {
    for (JsonNode tls : ingress.tree().at("/spec/tls")) {
      secret(secrets, ingress, tls.path("secretName").asText(), "tls.crt", problems);
    }
    for (JsonNode rule : ingress.tree().at("/spec/rules")) {
      for (JsonNode path : rule.at("/http/paths")) {
        JsonNode backend = path.at("/backend/service");
        boolean there =
            manifests.find("Service", backend.path("name").asText()).stream()
                .flatMap(service -> service.tree().at("/spec/ports").valueStream())
                .anyMatch(
                    port ->
                        port.path("name").equals(backend.at("/port/name"))
                            || port.path("port").equals(backend.at("/port/number")));
        if (!there) {
          problems.add(Problem.of(ingress, "no Service with the port of the backend %s", backend));
        }
      }
    }
  }
}
