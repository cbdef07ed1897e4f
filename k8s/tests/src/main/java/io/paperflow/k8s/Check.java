package io.paperflow.k8s;

import io.paperflow.k8s.check.Checks;
import io.paperflow.k8s.check.Problem;
import io.paperflow.k8s.manifest.Manifests;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code build/k8s check}. */
@Command(
    name = "check",
    description = "Renders overlays and says everything that is wrong with them.",
    mixinStandardHelpOptions = true)
final class Check implements Callable<Integer> {

  @Parameters(
      paramLabel = "DIRECTORY",
      arity = "1..*",
      description = "Directories with a kustomization, such as k8s/overlays/production.")
  private List<Path> overlays = List.of();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Checks checks = Checks.of(Root.path());
    int wrong = 0;
    for (Path overlay : overlays) {
      Manifests manifests;
      try {
        manifests = Manifests.render(overlay);
      } catch (IOException e) {
        System.err.println(e.getMessage());
        return 1;
      }
      List<Problem> problems = checks.problems(manifests);
      problems.forEach(problem -> System.out.println(overlay + ": " + problem));
      System.out.printf(
          "%s: %d objects, %d problems%n", overlay, manifests.all().size(), problems.size());
      wrong += problems.size();
    }
    return wrong == 0 ? 0 : 1;
  }
}
