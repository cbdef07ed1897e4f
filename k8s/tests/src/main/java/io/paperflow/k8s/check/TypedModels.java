package io.paperflow.k8s.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.util.ModelMapper;
import io.paperflow.k8s.manifest.Manifest;
import io.paperflow.k8s.manifest.Manifests;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What Kubernetes and Strimzi publish models of, read without tolerance for unknown fields. */
final class TypedModels implements Check {

  private static final String STRIMZI = "kafka.strimzi.io/v1";

  private static final Map<String, Class<?>> STRIMZI_KINDS =
      Map.of(
          "Kafka", Kafka.class,
          "KafkaNodePool", KafkaNodePool.class,
          "KafkaTopic", KafkaTopic.class,
          "KafkaUser", KafkaUser.class);

  /** Strimzi's models keep what they do not know; here it is refused. */
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .annotationIntrospector(
              new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1L;

                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                  return false;
                }

                @Override
                public boolean hasIgnoreMarker(AnnotatedMember member) {
                  return member.getName().contains("dditionalPropert")
                      || super.hasIgnoreMarker(member);
                }
              })
          .build();

  @Override
  public Stream<Problem> problems(Manifests manifests) {
    return manifests.all().stream()
        .flatMap(
            manifest ->
                manifest.apiVersion().startsWith("kafka.strimzi.io/")
                    ? ofStrimzi(manifest).stream()
                    : OperatorSchemas.knows(manifest)
                        ? Stream.empty()
                        : ofKubernetes(manifest).stream());
  }

  private static Optional<Problem> ofStrimzi(Manifest manifest) {
    Class<?> model = STRIMZI_KINDS.get(manifest.kind());
    if (model == null || !manifest.apiVersion().equals(STRIMZI)) {
      return Optional.of(unknown(manifest));
    }
    try {
      JsonNode read = STRICT.valueToTree(STRICT.treeToValue(manifest.tree(), model));
      return lost("", manifest.tree(), read)
          .map(
              place ->
                  Problem.of(manifest, "%s has a value that is none of those it may have", place));
    } catch (JsonProcessingException e) {
      return Optional.of(Problem.of(manifest, "%s", e.getOriginalMessage()));
    }
  }

  private static Optional<Problem> ofKubernetes(Manifest manifest) {
    String[] version = manifest.apiVersion().split("/", 2);
    String group = version.length == 2 ? version[0] : "";
    Class<?> model =
        ModelMapper.preBuiltGetApiTypeClass(group, version[version.length - 1], manifest.kind());
    if (model == null) {
      return Optional.of(unknown(manifest));
    }
    try {
      JsonElement json = JsonParser.parseString(manifest.tree().toString());
      model.getMethod("validateJsonElement", JsonElement.class).invoke(null, json);
      var _ = JSON.getGson().fromJson(json, model);
      return Optional.empty();
    } catch (InvocationTargetException e) {
      return Optional.of(
          Problem.of(manifest, "%s", String.valueOf(e.getCause()).lines().findFirst().orElse("")));
    } catch (ReflectiveOperationException | RuntimeException e) {
      return Optional.of(Problem.of(manifest, "%s", String.valueOf(e.getMessage())));
    }
  }

  /** What the model did not take: it reads words that it does not know as nothing. */
  private static Optional<String> lost(String place, JsonNode written, JsonNode read) {
    if (!written.isContainerNode()) {
      // Numbers and truths that are the default need not be repeated.
      boolean taken = read.isValueNode() && !read.isNull();
      return taken || !written.isTextual() ? Optional.empty() : Optional.of(place);
    }
    Stream<Optional<String>> below =
        written.isObject()
            ? written.properties().stream()
                .map(e -> lost(place + "/" + e.getKey(), e.getValue(), read.path(e.getKey())))
            : IntStream.range(0, written.size())
                .mapToObj(i -> lost(place + "/" + i, written.path(i), read.path(i)));
    return below.flatMap(Optional::stream).findFirst();
  }

  private static Problem unknown(Manifest manifest) {
    return Problem.of(manifest, "no such kind in apiVersion '%s'", manifest.apiVersion());
  }
}
