package io.paperflow.k8s.check;

import io.paperflow.k8s.manifest.Manifests;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** All that is checked. Thread-safe. */
public final class Checks {

  private final List<Check> checks;

  private Checks(List<Check> checks) {
    this.checks = checks;
  }

  /**
   * The checks of this project.
   *
   * @param root the project's directory, for its reference settings and the example Secrets
   */
  public static Checks of(Path root) throws IOException {
    return new Checks(
        List.of(
            new Identity(),
            new TypedModels(),
            new OperatorSchemas(),
            new Containers(),
            new Ports(),
            new Probes(),
            new Restrictions(),
            new Resources(),
            new Volumes(),
            new Selectors(),
            new References(KnownSecrets.of(root.resolve("k8s/secrets.example.yml"))),
            new NetworkRules(),
            new Availability(),
            new Scaling(),
            new TopicNames(),
            new Settings(ReferenceSettings.of(root))));
  }

  /** Everything that is wrong with what is applied together. */
  public List<Problem> problems(Manifests manifests) {
    return checks.stream().flatMap(check -> check.problems(manifests)).distinct().toList();
  }
}
