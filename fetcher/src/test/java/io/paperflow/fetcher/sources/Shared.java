package io.paperflow.fetcher.sources;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Real answers beside the project, which are not part of it. */
public final class Shared {

  private Shared() {}

  /** The files of a folder and the folders in it; without it the test is skipped. */
  public static List<Path> files(String folder) throws IOException {
    Path path = Path.of(System.getProperty("paperflow.shared", "../../shared")).resolve(folder);
    assumeTrue(Files.exists(path), "skipped: " + path + " is not there");
    try (Stream<Path> files = Files.walk(path)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** How often a pattern occurs: a count that knows nothing of the format. */
  public static int count(byte[] bytes, String pattern) {
    return (int)
        Pattern.compile(pattern)
            .matcher(new String(bytes, StandardCharsets.UTF_8))
            .results()
            .count();
  }
}
