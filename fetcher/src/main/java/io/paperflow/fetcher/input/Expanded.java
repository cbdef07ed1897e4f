package io.paperflow.fetcher.input;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Opens gzip, recognised by its first bytes, with a bound on what becomes of it. */
final class Expanded extends FilterInputStream {

  private static final int BUFFER = 64 * 1024;

  /** Small documents may compress as well as they like. */
  private static final long FREE_BYTES = 64L << 20;

  private final Counting compressed;
  private final int expansion;
  private long bytes;

  private Expanded(InputStream expanded, Counting compressed, int expansion) {
    super(expanded);
    this.compressed = compressed;
    this.expansion = expansion;
  }

  /** The stream itself, or what it expands to. */
  static InputStream of(InputStream in, int expansion) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in, BUFFER);
    buffered.mark(2);
    boolean gzip = buffered.read() == 0x1F && buffered.read() == 0x8B;
    buffered.reset();
    if (!gzip) {
      return buffered;
    }
    Counting counting = new Counting(buffered);
    return new Expanded(new GZIPInputStream(counting, BUFFER), counting, expansion);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    int count = read(one, 0, 1);
    return count < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    bytes += Math.max(0, count);
    if (bytes > FREE_BYTES && bytes / expansion > compressed.bytes) {
      throw new RefusedException(
          "too-large", "gzip expands to more than " + expansion + " times its size");
    }
    return count;
  }

  private static final class Counting extends FilterInputStream {
    private long bytes;

    Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      bytes += one < 0 ? 0 : 1;
      return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = super.read(buffer, offset, length);
      bytes += Math.max(0, count);
      return count;
    }
  }
}
