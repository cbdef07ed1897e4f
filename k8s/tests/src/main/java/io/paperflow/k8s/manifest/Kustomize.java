package io.paperflow.k8s.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Renders overlays by {@code kubectl kustomize}, which needs no cluster. */
public final class Kustomize {

  private Kustomize() {}

  /** Whether there is a kubectl to render with. */
  public static boolean available() {
    return Arrays.stream(String.valueOf(System.getenv("PATH")).split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
  }

  static String render(Path overlay) throws IOException, InterruptedException {
    if (!available()) {
      throw new IOException("needs kubectl 1.21 or later to render " + overlay + ": install it");
    }
    Path errors = Files.createTempFile("kustomize", ".log");
    try {
      Process process =
          new ProcessBuilder("kubectl", "kustomize", overlay.toString())
              .redirectError(errors.toFile())
              .start();
      String rendered = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (process.waitFor() != 0) {
        throw new IOException(
            "kubectl kustomize " + overlay + ": " + Files.readString(errors).strip());
      }
      return rendered;
    } finally {
      Files.delete(errors);
    }
  }
}
