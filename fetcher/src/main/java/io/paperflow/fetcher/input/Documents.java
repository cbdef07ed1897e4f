package io.paperflow.fetcher.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The documents that arguments name.
 *
 * @param files in their order
 * @param problems one line for each argument that cannot be read
 */
public record Documents(List<Path> files, List<String> problems) {

  public Documents {
    files = List.copyOf(files);
    problems = List.copyOf(problems);
  }

  /** Finds the files that are named, and those below folders. */
  public static Documents resolve(List<String> arguments) {
    List<Path> files = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (String argument : arguments) {
      Path path = Path.of(argument).toAbsolutePath().normalize();
      if (Files.isDirectory(path)) {
        try (var found = Files.walk(path)) {
          found.filter(Files::isRegularFile).sorted().forEach(files::add);
        } catch (IOException e) {
          problems.add(argument + ": " + e.getMessage());
        }
      } else if (Files.isReadable(path)) {
        files.add(path);
      } else {
        problems.add(argument + ": there is no such file or it cannot be read");
      }
    }
    return new Documents(files, problems);
  }
}
