package io.paperflow.k8s;

import java.nio.file.Path;

/** The project's directory. */
final class Root {

  private Root() {}

  /** By the property {@code paperflow.root}; the working directory without one. */
  static Path path() {
    return Path.of(System.getProperty("paperflow.root", "."));
  }
}
