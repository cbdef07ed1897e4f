package io.paperflow.embedded.child;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Standard error, redirected in append mode to a file that never grows far beyond a limit: a full
 * file is copied to {@code NAME.1} and emptied. The JVM writes its own last words to the same file.
 */
final class BoundedLog extends OutputStream {

  private final OutputStream out;
  private final Path file;
  private final long limit;
  private long written;

  private BoundedLog(OutputStream out, Path file, long limit) {
    this.out = out;
    this.file = file;
    this.limit = limit;
  }

  /** Standard error, which the parent has redirected to this file; the limit in bytes. */
  static BoundedLog onStandardError(Path file, long limit) {
    return new BoundedLog(new FileOutputStream(FileDescriptor.err), file, limit);
  }

  /** A log on a file of one's own; the limit in bytes. */
  static BoundedLog on(Path file, long limit) throws IOException {
    return new BoundedLog(
        Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
        file,
        limit);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
    if (written + length > limit) {
      startAgain();
    }
    out.write(bytes, offset, length);
    written += length;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  private void startAgain() throws IOException {
    Path previous = file.resolveSibling(file.getFileName() + ".1");
    Files.copy(file, previous, StandardCopyOption.REPLACE_EXISTING);
    FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING).close();
    written = 0;
  }
}
