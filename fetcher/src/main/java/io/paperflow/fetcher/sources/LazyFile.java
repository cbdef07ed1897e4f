package io.paperflow.fetcher.sources;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that is opened when its first byte is read, since many may wait for their turn. */
final class LazyFile extends InputStream {

  private final Path path;
  private InputStream in = InputStream.nullInputStream();
  private boolean open;

  LazyFile(Path path) {
    this.path = path;
  }

  private InputStream in() throws IOException {
    if (!open) {
      in = Files.newInputStream(path);
      open = true;
    }
    return in;
  }

  @Override
  public int read() throws IOException {
    return in().read();
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    return in().read(buffer, offset, length);
  }

  @Override
  public void close() throws IOException {
    open = true;
    in.close();
  }
}
