package io.paperflow.k8s.check;

import io.paperflow.k8s.manifest.Manifest;
import io.paperflow.k8s.manifest.Manifests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The Secrets that pods can count on: those of the example, which an operator of paperflow makes by
 * hand, and those that Strimzi and ECK make for their resources.
 *
 * @param byHand names to keys
 */
record KnownSecrets(Map<String, Set<String>> byHand) {

  static KnownSecrets of(Path example) throws IOException {
    Map<String, Set<String>> secrets = new HashMap<>();
    Manifests.parse(Files.readString(example))
        .of("Secret")
        .forEach(
            s -> secrets.put(s.name(), Manifest.strings(s.tree().path("stringData")).keySet()));
    return new KnownSecrets(secrets);
  }

  /** Names to keys of all that are there when these manifests are applied. */
  Map<String, Set<String>> with(Manifests manifests) {
    Map<String, Set<String>> secrets = new HashMap<>(byHand);
    manifests
        .of("KafkaUser")
        .forEach(user -> secrets.put(user.name(), Set.of("password", "sasl.jaas.config")));
    manifests
        .of("Kafka")
        .forEach(kafka -> secrets.put(kafka.name() + "-cluster-ca-cert", Set.of("ca.crt")));
    manifests
        .of("Elasticsearch")
        .forEach(
            cluster -> {
              secrets.put(cluster.name() + "-es-elastic-user", Set.of("elastic"));
              secrets.put(cluster.name() + "-es-http-certs-public", Set.of("ca.crt", "tls.crt"));
            });
    manifests
        .of("Kibana")
        .forEach(
            kibana ->
                secrets.put(kibana.name() + "-kb-http-certs-public", Set.of("ca.crt", "tls.crt")));
    return secrets;
  }
}
