package io.paperflow.fetcher.input;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;

/**
 * A pattern of paths as {@link java.nio.file.FileSystem#getPathMatcher} has it, for shells that do
 * not expand it or users who quote it.
 *
 * @param root the folder above the first part with a pattern
 */
record Glob(Path root, PathMatcher matcher) {

  static boolean isGlob(String text) {
    return text.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
  }

  /** The pattern of an absolute path. */
  static Glob of(Path pattern) {
    Path root = pattern.getRoot();
    for (Path name : pattern) {
      if (isGlob(name.toString())) {
        break;
      }
      root = root.resolve(name);
    }
    return new Glob(root, FileSystems.getDefault().getPathMatcher("glob:" + pattern));
  }

  boolean matches(Path file) {
    return matcher.matches(file);
  }
}
