package io.paperflow.fetcher.input;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Turns arguments into locations: files, folders, patterns with {@code *}, {@code **}, {@code ?},
 * {@code [ab]} and {@code {a,b}}, and http or https addresses. Looks at the file system and not at
 * the web.
 */
public final class LocationResolver {

  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://.*|(file):.*");

  private final Path workingDirectory;
  private final Set<Location> locations = new LinkedHashSet<>();
  private final List<String> problems = new ArrayList<>();

  private LocationResolver(Path workingDirectory) {
    this.workingDirectory = workingDirectory.toAbsolutePath();
  }

  /** Resolves all arguments; relative paths begin at the working directory. */
  public static Resolution resolve(List<String> arguments, Path workingDirectory) {
    var resolver = new LocationResolver(workingDirectory);
    arguments.forEach(resolver::add);
    return new Resolution(List.copyOf(resolver.locations), resolver.problems);
  }

  private void add(String argument) {
    Matcher scheme = SCHEME.matcher(argument);
    if (!scheme.matches()) {
      addPath(argument);
    } else if (argument.matches("(?i)https?:.*")) {
      addWeb(argument);
    } else if (argument.startsWith("file:")) {
      addPath(argument.replaceFirst("^file:(?://(?:localhost)?(?=/))?", ""));
    } else {
      problems.add(
          argument
              + ": addresses of this kind are not supported: give a file, a folder or an http or"
              + " https address");
    }
  }

  private void addWeb(String argument) {
    try {
      URI address = new URI(argument).parseServerAuthority();
      if (address.getHost() == null) {
        problems.add(argument + ": the address names no host");
      } else if (address.getUserInfo() != null) {
        problems.add(
            address.getScheme()
                + "://"
                + address.getHost()
                + ": addresses with a user or password are not supported");
      } else {
        locations.add(new Location.Web(withoutFragment(address)));
      }
    } catch (URISyntaxException e) {
      problems.add(argument + ": not a valid address: " + e.getReason());
    }
  }

  private static URI withoutFragment(URI address) {
    String text = address.toASCIIString();
    int fragment = text.indexOf('#');
    return URI.create(fragment < 0 ? text : text.substring(0, fragment));
  }

  private void addPath(String argument) {
    try {
      Path path = workingDirectory.resolve(argument).normalize();
      if (Files.exists(path)) {
        addExisting(argument, path);
      } else if (PathPattern.isPattern(argument)) {
        addMatching(argument, PathPattern.of(path));
      } else if (Files.notExists(path)) {
        problems.add(argument + ": there is no such file or folder");
      } else {
        problems.add(argument + ": may not be read: check the permissions of its folders");
      }
    } catch (InvalidPathException e) {
      problems.add(argument + ": not a valid path: " + e.getReason());
    } catch (PatternSyntaxException e) {
      problems.add(argument + ": not a valid pattern: " + e.getDescription());
    }
  }

  private void addExisting(String argument, Path path) {
    if (Files.isDirectory(path)) {
      addFiles(argument, FolderWalk.of(path), "the folder holds no files");
    } else if (!Files.isRegularFile(path)) {
      problems.add(argument + ": neither a file nor a folder");
    } else if (!Files.isReadable(path)) {
      problems.add(argument + ": may not be read: check its permissions");
    } else {
      locations.add(new Location.LocalFile(path));
    }
  }

  private void addMatching(String argument, PathPattern pattern) {
    if (Files.isDirectory(pattern.base())) {
      addFiles(argument, FolderWalk.of(pattern), "no file matches");
    } else {
      problems.add(argument + ": there is no folder " + pattern.base());
    }
  }

  private void addFiles(String argument, FolderWalk walk, String nothing) {
    problems.addAll(walk.problems());
    walk.files().forEach(file -> locations.add(new Location.LocalFile(file)));
    if (walk.files().isEmpty() && walk.problems().isEmpty()) {
      problems.add(argument + ": " + nothing);
    }
  }
}
