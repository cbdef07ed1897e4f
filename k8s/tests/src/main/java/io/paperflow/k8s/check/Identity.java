package io.paperflow.k8s.check;

import io.paperflow.k8s.manifest.Manifest;
import io.paperflow.k8s.manifest.Manifests;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names, labels and namespaces as the API server wants them, and no object twice. */
final class Identity implements Check {

  /** RFC 1123: a label of DNS, or several with dots between. */
  private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");

  private static final Pattern SUBDOMAIN =
      Pattern.compile(
          "(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
  private static final Pattern LABEL_VALUE =
      Pattern.compile("([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?");
  private static final Set<String> NAMES_OF_HOSTS = Set.of("Service", "Namespace");
  private static final Set<String> WITHOUT_NAMESPACE = Set.of("Namespace");

  @Override
  public Stream<Problem> problems(Manifests manifests) {
    Map<String, Long> count =
        manifests.all().stream()
            .collect(Collectors.groupingBy(m -> m + " in " + m.namespace(), Collectors.counting()));
    Stream<Problem> twice =
        count.entrySet().stream()
            .filter(e -> e.getValue() > 1)
            .map(e -> new Problem(e.getKey(), "is there " + e.getValue() + " times"));
    return Stream.concat(twice, manifests.all().stream().flatMap(m -> problems(manifests, m)));
  }

  private static Stream<Problem> problems(Manifests manifests, Manifest manifest) {
    Stream.Builder<Problem> problems = Stream.builder();
    Pattern form = NAMES_OF_HOSTS.contains(manifest.kind()) ? LABEL : SUBDOMAIN;
    if (!form.matcher(manifest.name()).matches()) {
      problems.add(Problem.of(manifest, "metadata.name is no name of RFC 1123"));
    }
    manifest
        .labels()
        .forEach(
            (name, value) -> {
              if (!LABEL_VALUE.matcher(value).matches()) {
                problems.add(
                    Problem.of(manifest, "metadata.labels: '%s' of %s is no label", value, name));
              }
            });
    boolean bound = !WITHOUT_NAMESPACE.contains(manifest.kind());
    if (bound && manifests.find("Namespace", manifest.namespace()).isEmpty()) {
      problems.add(
          Problem.of(
              manifest, "metadata.namespace: '%s' is not created here", manifest.namespace()));
    }
    return problems.build();
  }
}
