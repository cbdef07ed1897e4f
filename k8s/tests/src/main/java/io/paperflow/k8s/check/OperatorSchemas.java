package io.paperflow.k8s.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.paperflow.k8s.manifest.Manifest;
import io.paperflow.k8s.manifest.Manifests;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Resources of operators without models for Java, by schemas of our own. They know the fields that
 * our manifests use, as the operators' references describe them, and refuse all others.
 */
final class OperatorSchemas implements Check {

  /** Kind and version to file in {@code /schemas}. */
  private static final Map<String, String> FILES =
      Map.of(
          "keda.sh/v1alpha1 ScaledObject", "scaled-object.json",
          "keda.sh/v1alpha1 TriggerAuthentication", "trigger-authentication.json",
          "monitoring.coreos.com/v1 ServiceMonitor", "service-monitor.json",
          "monitoring.coreos.com/v1 PrometheusRule", "prometheus-rule.json",
          "elasticsearch.k8s.elastic.co/v1 Elasticsearch", "elasticsearch.json",
          "kibana.k8s.elastic.co/v1 Kibana", "kibana.json");

  private final Map<String, JsonSchema> schemas = new TreeMap<>();

  OperatorSchemas() {
    JsonSchemaFactory factory = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    FILES.forEach((id, file) -> schemas.put(id, schema(factory, file)));
  }

  static boolean knows(Manifest manifest) {
    return FILES.containsKey(id(manifest));
  }

  @Override
  public Stream<Problem> problems(Manifests manifests) {
    return manifests.all().stream().filter(OperatorSchemas::knows).flatMap(this::problems);
  }

  private Stream<Problem> problems(Manifest manifest) {
    JsonSchema schema = schemas.get(id(manifest));
    return schema == null
        ? Stream.empty()
        : schema.validate(manifest.tree()).stream()
            .map(message -> Problem.of(manifest, "%s", message.getMessage()));
  }

  private static String id(Manifest manifest) {
    return manifest.apiVersion() + " " + manifest.kind();
  }

  private static JsonSchema schema(JsonSchemaFactory factory, String file) {
    try (InputStream in = OperatorSchemas.class.getResourceAsStream("/schemas/" + file)) {
      return factory.getSchema(new ObjectMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
