package io.paperflow.fetcher.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The files below a folder, without hidden ones; links to folders are not followed. */
public final class FileTree {

  private final List<Path> files = new ArrayList<>();
  private final List<Path> unreadable = new ArrayList<>();

  /** Walks a tree; what is no folder has no files. */
  public FileTree(Path root, Predicate<Path> wanted) {
    if (!Files.isDirectory(root)) {
      return;
    }
    try {
      Files.walkFileTree(root, new Visitor(root, wanted));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    files.sort(null);
  }

  /** Those that can be read, by name. */
  public List<Path> files() {
    return List.copyOf(files);
  }

  /** Files and folders that may not be read. */
  public List<Path> unreadable() {
    return List.copyOf(unreadable);
  }

  private final class Visitor extends SimpleFileVisitor<Path> {

    private final Path root;
    private final Predicate<Path> wanted;

    Visitor(Path root, Predicate<Path> wanted) {
      this.root = root;
      this.wanted = wanted;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return folder.equals(root) || !hidden(folder)
          ? FileVisitResult.CONTINUE
          : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (Files.isRegularFile(file) && !hidden(file) && wanted.test(file)) {
        (Files.isReadable(file) ? files : unreadable).add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException e) {
      unreadable.add(path);
      return FileVisitResult.CONTINUE;
    }

    private static boolean hidden(Path path) {
      return String.valueOf(path.getFileName()).startsWith(".");
    }
  }
}
