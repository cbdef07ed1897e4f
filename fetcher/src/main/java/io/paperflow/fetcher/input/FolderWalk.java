package io.paperflow.fetcher.input;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files of a folder and of the folders in it. Leaves out hidden ones; follows links, a
 * loop of them once.
 */
final class FolderWalk extends SimpleFileVisitor<Path> {

  private final Path root;
  private final Predicate<Path> isWanted;
  private final Predicate<Path> mayHoldWanted;
  private final SortedSet<Path> files = new TreeSet<>();
  private final List<String> problems = new ArrayList<>();

  private FolderWalk(Path root, Predicate<Path> isWanted, Predicate<Path> mayHoldWanted) {
    this.root = root;
    this.isWanted = isWanted;
    this.mayHoldWanted = mayHoldWanted;
    try {
      Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, this);
    } catch (IOException e) {
      problems.add(unreadable(root, e));
    }
  }

  /** All files. */
  static FolderWalk of(Path folder) {
    return new FolderWalk(folder, _ -> true, _ -> true);
  }

  /** The files that match. */
  static FolderWalk of(PathPattern pattern) {
    return new FolderWalk(pattern.base(), pattern::matches, pattern::mayMatchIn);
  }

  List<Path> files() {
    return List.copyOf(files);
  }

  List<String> problems() {
    return problems;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    boolean wanted = folder.equals(root) || (!isHidden(folder) && mayHoldWanted.test(folder));
    return wanted ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (attributes.isRegularFile() && !isHidden(file) && isWanted.test(file)) {
      if (Files.isReadable(file)) {
        files.add(file);
      } else {
        problems.add(file + ": may not be read: check its permissions");
      }
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path path, IOException e) {
    boolean wanted = path.equals(root) || (!isHidden(path) && mayHoldWanted.test(path));
    if (wanted && !(e instanceof FileSystemLoopException || e instanceof NoSuchFileException)) {
      problems.add(unreadable(path, e));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
    if (e != null) {
      problems.add(unreadable(folder, e));
    }
    return FileVisitResult.CONTINUE;
  }

  private static boolean isHidden(Path path) {
    return path.getFileName().toString().startsWith(".");
  }

  private static String unreadable(Path path, IOException e) {
    return "%s: may not be read (%s): check its permissions"
        .formatted(path, e.getClass().getSimpleName());
  }
}
