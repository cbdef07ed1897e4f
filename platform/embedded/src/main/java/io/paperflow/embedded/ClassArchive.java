package io.paperflow.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * The JVM's archive of the classes a server loads, which halves the work of a start (JEP 350). The
 * JVM writes it when a server has closed, and passes over one that is broken or does not fit.
 *
 * @param folder where the server's jars lie
 */
record ClassArchive(Path folder) {

  private static final String NAME = "server.jsa";

  /** What makes a JVM use the archive, and write it where it can. */
  List<String> jvmArguments() {
    Path archive = folder.resolve(NAME);
    List<String> use = List.of("-XX:SharedArchiveFile=" + archive, "-XX:+VerifySharedSpaces");
    if (Files.isWritable(folder)) {
      removeIfOutdated(archive);
      return Stream.concat(use.stream(), Stream.of("-XX:+AutoCreateSharedArchive")).toList();
    }
    return Files.exists(archive) ? use : List.of();
  }

  /** A JVM writes an archive anew for another JVM's, not for one of older jars. */
  private void removeIfOutdated(Path archive) {
    try {
      if (Files.exists(archive) && newestJar().compareTo(Files.getLastModifiedTime(archive)) > 0) {
        Files.delete(archive);
      }
    } catch (IOException e) {
      // It only stays unused: a start needs no archive.
    }
  }

  private FileTime newestJar() throws IOException {
    FileTime newest = FileTime.fromMillis(0);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".jar")).toList()) {
        FileTime modified = Files.getLastModifiedTime(file);
        newest = modified.compareTo(newest) > 0 ? modified : newest;
      }
    }
    return newest;
  }
}
