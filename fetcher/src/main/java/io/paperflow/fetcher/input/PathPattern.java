package io.paperflow.fetcher.input;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A path with pattern characters. As in a shell, {@code **} stands for any number of folders, and a
 * folder that matches stands for the files in it.
 */
final class PathPattern {

  private static final String CHARACTERS = "*?[{";

  private final Path base;
  private final PathMatcher whole;

  /** Matchers of the first one, two, … names, up to the first that may stand for several. */
  private final List<PathMatcher> beginnings;

  private final boolean deep;

  private PathPattern(Path base, List<String> names) {
    this.base = base;
    this.whole = matcher(names);
    List<String> fixed = names.stream().takeWhile(name -> !isDeep(name)).toList();
    this.deep = fixed.size() < names.size();
    this.beginnings =
        IntStream.rangeClosed(1, fixed.size())
            .mapToObj(length -> matcher(fixed.subList(0, length)))
            .toList();
  }

  static boolean isPattern(String argument) {
    return argument.chars().anyMatch(c -> CHARACTERS.indexOf(c) >= 0);
  }

  /**
   * The pattern in an absolute path.
   *
   * @throws java.util.regex.PatternSyntaxException when a bracket is not closed
   */
  static PathPattern of(Path path) {
    int plain = 0;
    while (!isPattern(path.getName(plain).toString())) {
      plain++;
    }
    List<String> names =
        IntStream.range(plain, path.getNameCount())
            .mapToObj(i -> path.getName(i).toString())
            .toList();
    Path base = path;
    for (int i = plain; i < path.getNameCount(); i++) {
      base = Objects.requireNonNull(base.getParent());
    }
    return new PathPattern(base, names);
  }

  /** {@code **}, and braces around several names. */
  private static boolean isDeep(String name) {
    return name.equals("**") || count(name, '{') != count(name, '}');
  }

  private static long count(String name, char character) {
    return name.chars().filter(c -> c == character).count();
  }

  private static PathMatcher matcher(List<String> names) {
    String glob = String.join("/", names).replace("**/", "{,**/}");
    return FileSystems.getDefault().getPathMatcher("glob:" + glob);
  }

  /** The folder below which everything that matches is. */
  Path base() {
    return base;
  }

  /** Whether the file or one of the folders it is in matches. */
  boolean matches(Path file) {
    Path names = base.relativize(file);
    return IntStream.rangeClosed(1, names.getNameCount())
        .anyMatch(length -> whole.matches(names.subpath(0, length)));
  }

  /** Whether a file in the folder may match. */
  boolean mayMatchIn(Path folder) {
    Path names = base.relativize(folder);
    int length = names.getNameCount();
    int known = Math.min(length, beginnings.size());
    boolean begins = known == 0 || beginnings.get(known - 1).matches(names.subpath(0, known));
    return matches(folder) || (begins && (deep || length < beginnings.size()));
  }
}
