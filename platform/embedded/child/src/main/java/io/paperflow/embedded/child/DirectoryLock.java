package io.paperflow.embedded.child;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;

/**
 * An exclusive lock on a directory: the operating system's lock on a file {@code .lock} in it, gone
 * with the process that holds it. A second attempt of the same process is refused too, but on POSIX
 * systems it loosens the lock towards other processes: a process takes a directory once.
 */
public final class DirectoryLock implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(20);

  private final FileLock lock;

  private DirectoryLock(FileLock lock) {
    this.lock = lock;
  }

  /** The file in this directory that is locked; its holder may write in it. */
  public static Path file(Path directory) {
    return directory.resolve(".lock");
  }

  /** Takes the lock; empty when this or another process holds it. */
  public static Optional<DirectoryLock> tryLock(Path directory) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file(directory),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    Optional<DirectoryLock> lock = Optional.empty();
    try {
      lock = Optional.ofNullable(channel.tryLock()).map(DirectoryLock::new);
    } catch (OverlappingFileLockException e) {
      // Held by this JVM: the same answer as held by another one.
    } finally {
      if (lock.isEmpty()) {
        channel.close();
      }
    }
    return lock;
  }

  /** Takes the lock, waiting for its holder to end; empty when it has not within this time. */
  public static Optional<DirectoryLock> tryLock(Path directory, Duration within)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + within.toNanos();
    Optional<DirectoryLock> lock = tryLock(directory);
    while (lock.isEmpty() && System.nanoTime() < deadline) {
      Thread.sleep(PAUSE);
      lock = tryLock(directory);
    }
    return lock;
  }

  /** The locked file, for its holder to read and write. */
  public FileChannel channel() {
    return lock.channel();
  }

  @Override
  public void close() throws IOException {
    lock.channel().close();
  }
}
