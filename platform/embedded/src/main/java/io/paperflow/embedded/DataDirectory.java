package io.paperflow.embedded;

import io.paperflow.embedded.StartFailure.Code;
import io.paperflow.embedded.child.DirectoryLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A folder that holds everything the servers keep, used by one process at a time: it is locked
 * until closed, or until the process ends. Close the servers before it. Thread-safe.
 */
public final class DataDirectory implements AutoCloseable {

  private static final long MEGABYTE = 1 << 20;
  private static final long NEEDED_MEGABYTES = 256;

  private final Path path;
  private final DirectoryLock lock;

  private DataDirectory(Path path, DirectoryLock lock) {
    this.path = path;
    this.lock = lock;
  }

  /** Creates the folder when there is none, and locks it. */
  public static DataDirectory open(Path path) throws StartFailure {
    return open(path, SpaceProbe.OF_FILE_STORE);
  }

  static DataDirectory open(Path given, SpaceProbe space) throws StartFailure {
    Path path = given.toAbsolutePath().normalize();
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new StartFailure(
          Code.DATA_NOT_WRITABLE, "data folder " + path + " is a file: choose another with --data");
    }
    try {
      Files.createDirectories(path);
      checkSpace(path, space);
      DirectoryLock lock = DirectoryLock.tryLock(path).orElseThrow(() -> inUse(path));
      return new DataDirectory(path, signed(lock));
    } catch (IOException e) {
      throw new StartFailure(
          Code.DATA_NOT_WRITABLE,
          "data folder %s cannot be written (%s): choose another with --data".formatted(path, e));
    }
  }

  private static void checkSpace(Path path, SpaceProbe space) throws IOException, StartFailure {
    long megabytes = space.usableBytes(path) / MEGABYTE;
    if (megabytes < NEEDED_MEGABYTES) {
      throw new StartFailure(
          Code.DISK_FULL,
          "only %d MB are left for %s, %d MB are needed: make room or choose another with --data"
              .formatted(megabytes, path, NEEDED_MEGABYTES));
    }
  }

  private static StartFailure inUse(Path path) {
    String holder = "another process";
    try {
      holder = "process " + Long.parseLong(Files.readString(DirectoryLock.file(path)).strip());
    } catch (IOException | NumberFormatException e) {
      // It has not signed yet.
    }
    return new StartFailure(
        Code.DATA_IN_USE,
        "data folder %s is in use by %s: stop that or choose another with --data"
            .formatted(path, holder));
  }

  /** Writes who holds the lock, for the one who finds it held. */
  private static DirectoryLock signed(DirectoryLock lock) throws IOException {
    String holder = Long.toString(ProcessHandle.current().pid());
    try {
      lock.channel().truncate(0);
      lock.channel().write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.US_ASCII)));
      return lock;
    } catch (IOException e) {
      lock.close();
      throw e;
    }
  }

  /** The folder itself, absolute. */
  public Path path() {
    return path;
  }

  /** What a server keeps; created when there is none. */
  Path of(ServerKind kind) throws IOException {
    return Files.createDirectories(path.resolve(kind.folder()));
  }

  /** The log of a server. */
  Path log(ServerKind kind) {
    return path.resolve("logs").resolve(kind.folder() + ".log");
  }

  /** An empty folder for a server's temporary files. */
  Path temporary(ServerKind kind) throws IOException {
    Path folder = Files.createDirectories(path.resolve("tmp").resolve(kind.folder()));
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    return Files.createDirectory(folder);
  }

  /** Lets others use the folder. */
  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
