package io.paperflow.k8s.check;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.paperflow.k8s.manifest.Manifest;
import io.paperflow.k8s.manifest.Manifests;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What services are told, by file or by the environment, is something that they know. */
final class Settings implements Check {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z0-9_]+)\\}");

  private final ReferenceSettings reference;

  Settings(ReferenceSettings reference) {
    this.reference = reference;
  }

  @Override
  public Stream<Problem> problems(Manifests manifests) {
    Stream.Builder<Problem> problems = Stream.builder();
    Set<String> placeholders = new TreeSet<>();
    manifests
        .of("ConfigMap")
        .filter(map -> map.tree().path("data").has("settings.yml"))
        .forEach(map -> ofFile(map, placeholders, problems));
    manifests
        .of("Deployment")
        .filter(d -> d.containers().anyMatch(c -> c.path("name").asText().equals("service")))
        .forEach(deployment -> ofPods(deployment, placeholders, problems));
    return problems.build();
  }

  private void ofFile(Manifest map, Set<String> placeholders, Stream.Builder<Problem> problems) {
    String text = map.tree().path("data").path("settings.yml").asText();
    Matcher matcher = PLACEHOLDER.matcher(text);
    while (matcher.find()) {
      placeholders.add(matcher.group(1));
    }
    try {
      Set<String> names = new TreeSet<>();
      ReferenceSettings.collect("", new YAMLMapper().readTree(text), names);
      names.stream()
          .filter(name -> !reference.has(name))
          .forEach(name -> problems.add(Problem.of(map, "no service has a setting %s", name)));
    } catch (IOException e) {
      problems.add(Problem.of(map, "settings.yml is no YAML: %s", String.valueOf(e.getMessage())));
    }
  }

  private void ofPods(
      Manifest deployment, Set<String> placeholders, Stream.Builder<Problem> problems) {
    Set<String> variables =
        deployment
            .containers()
            .flatMap(container -> container.path("env").valueStream())
            .map(variable -> variable.path("name").asText())
            .collect(Collectors.toCollection(TreeSet::new));
    variables.stream()
        .filter(name -> !reference.hasVariable(name) && !placeholders.contains(name))
        .forEach(name -> problems.add(Problem.of(deployment, "env: no setting is named %s", name)));
    boolean readsFile =
        deployment
            .containers()
            .flatMap(container -> container.path("env").valueStream())
            .anyMatch(v -> mounted(deployment, v.path("value").asText()));
    if (variables.contains("MICRONAUT_CONFIG_FILES") && !readsFile) {
      problems.add(
          Problem.of(deployment, "MICRONAUT_CONFIG_FILES names a file that is not mounted"));
    }
  }

  private static boolean mounted(Manifest deployment, String file) {
    return deployment
        .containers()
        .flatMap(container -> container.path("volumeMounts").valueStream())
        .map(mount -> mount.path("mountPath").asText())
        .anyMatch(path -> file.equals(path + "/settings.yml"));
  }
}
