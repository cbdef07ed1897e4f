package io.paperflow.fetcher.input;

import io.paperflow.fetcher.input.Location.LocalFile;
import io.paperflow.fetcher.input.Location.Web;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The documents that arguments name.
 *
 * @param locations in the arguments' order, those of a folder or glob by name
 * @param problems one line for each argument that names nothing that can be read
 */
public record Documents(List<Location> locations, List<String> problems) {

  public Documents {
    locations = List.copyOf(locations);
    problems = List.copyOf(problems);
  }

  /**
   * Finds the documents.
   *
   * @param arguments files, folders, globs and addresses of HTTP or HTTPS
   */
  public static Documents resolve(List<String> arguments) {
    List<Location> locations = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (String argument : arguments) {
      if (argument.contains("://")) {
        web(argument, locations, problems);
      } else {
        local(argument, locations, problems);
      }
    }
    return new Documents(locations, problems);
  }

  private static void web(String argument, List<Location> locations, List<String> problems) {
    try {
      URI address = new URI(argument);
      boolean http =
          "http".equalsIgnoreCase(address.getScheme())
              || "https".equalsIgnoreCase(address.getScheme());
      if (!http || address.getHost() == null) {
        problems.add(argument + ": only addresses of http and https are read");
      } else {
        locations.add(new Web(address));
      }
    } catch (URISyntaxException e) {
      problems.add(argument + ": is no address: " + e.getReason());
    }
  }

  private static void local(String argument, List<Location> locations, List<String> problems) {
    Path path;
    try {
      path = Path.of(argument).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      problems.add(argument + ": is no path: " + e.getReason());
      return;
    }
    if (Files.isDirectory(path)) {
      found(argument, new FileTree(path, _ -> true), locations, problems);
    } else if (Files.isReadable(path)) {
      locations.add(new LocalFile(path));
    } else if (Files.exists(path)) {
      problems.add(argument + ": may not be read: check its permissions");
    } else if (Glob.isGlob(argument)) {
      Glob glob = Glob.of(path);
      found(argument, new FileTree(glob.root(), glob::matches), locations, problems);
    } else {
      problems.add(argument + ": there is no such file or folder");
    }
  }

  private static void found(
      String argument, FileTree tree, List<Location> locations, List<String> problems) {
    List<Path> files = tree.files();
    tree.unreadable()
        .forEach(path -> problems.add(path + ": may not be read: check its permissions"));
    if (files.isEmpty() && tree.unreadable().isEmpty()) {
      problems.add(argument + ": there is no file to read");
    }
    files.forEach(file -> locations.add(new LocalFile(file)));
  }
}
