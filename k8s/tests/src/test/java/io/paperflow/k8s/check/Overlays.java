package io.paperflow.k8s.check;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.paperflow.k8s.manifest.Kustomize;
import io.paperflow.k8s.manifest.Manifests;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The rendered overlays of the project, each rendered once. */
final class Overlays {

  static final Path ROOT = Path.of(System.getProperty("paperflow.root"));

  private final Map<String, Manifests> rendered = new ConcurrentHashMap<>();

  Manifests get(String name) {
    // Where all must be checked, a missing kubectl fails the tests that need it.
    assumeTrue(
        Kustomize.available() || "true".equals(System.getenv("CI")),
        "skipped: there is no kubectl to render the manifests with");
    return rendered.computeIfAbsent(name, Overlays::render);
  }

  private static Manifests render(String name) {
    try {
      return Manifests.render(ROOT.resolve("k8s/overlays").resolve(name));
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
