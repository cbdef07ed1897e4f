package io.paperflow.formats;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Real documents beside the project, which are not part of it. */
final class Shared {

  private Shared() {}

  /** A file or folder; without it the test is skipped. */
  static Path path(String name) {
    Path path = Path.of(System.getProperty("paperflow.shared", "../../shared")).resolve(name);
    assumeTrue(Files.exists(path), "skipped: " + path + " is not there");
    return path;
  }

  /** The files of a folder and the folders in it. */
  static List<Path> files(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(path(folder))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
