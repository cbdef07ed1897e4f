package io.paperflow.k8s.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The settings that services have, by the reference in their {@code application*.yml}.
 *
 * @param names with dots between
 */
record ReferenceSettings(Set<String> names) {

  private static final List<String> FILES =
      List.of(
          "platform/service/src/main/resources/application.yml",
          "fetcher/src/main/resources/application-fetcher.yml",
          "parser/src/main/resources/application-parser.yml",
          "enricher/src/main/resources/application-enricher.yml",
          "indexer/src/main/resources/application-indexer.yml",
          "embedder/src/main/resources/application-embedder.yml",
          "search/src/main/resources/application-search.yml",
          "notifier/src/main/resources/application-notifier.yml");

  /** Settings without a default stand in the reference as comments. */
  private static final Set<String> WITHOUT_DEFAULT =
      Set.of(
          "paperflow.elasticsearch.username",
          "paperflow.elasticsearch.password",
          "paperflow.elasticsearch.api-key",
          "paperflow.elasticsearch.ca-certificate",
          "micronaut.server.host",
          "micronaut.config.files");

  /** Below these, names are free. */
  private static final List<String> FREE =
      List.of("paperflow.kafka.client.", "paperflow.http.hosts.");

  static ReferenceSettings of(Path root) throws IOException {
    Set<String> names = new TreeSet<>(WITHOUT_DEFAULT);
    YAMLMapper yaml = new YAMLMapper();
    for (String file : FILES) {
      collect("", yaml.readTree(Files.readString(root.resolve(file))), names);
    }
    return new ReferenceSettings(names);
  }

  static void collect(String name, JsonNode node, Set<String> names) {
    if (!node.isObject()) {
      names.add(name);
    }
    node.properties()
        .forEach(
            e ->
                collect(
                    name.isEmpty() ? e.getKey() : name + "." + e.getKey(), e.getValue(), names));
  }

  boolean has(String name) {
    return names.contains(name) || FREE.stream().anyMatch(name::startsWith);
  }

  /** Whether a variable of the environment is one of the settings. */
  boolean hasVariable(String variable) {
    return names.stream().anyMatch(name -> variable(name).equals(variable))
        || FREE.stream().anyMatch(prefix -> variable.startsWith(variable(prefix)));
  }

  private static String variable(String name) {
    return name.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
  }
}
