package io.paperflow.fetcher.input;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Expands a document that is compressed with gzip (RFC 1952), and ends one that expands beyond
 * reason.
 */
final class Expansion extends FilterInputStream {

  private static final byte[] MAGIC = {0x1F, (byte) 0x8B};
  private static final int BUFFER_BYTES = 64 * 1024;

  /** Text expands to some ten times its compressed size; gzip can make it a thousand times. */
  private static final long LARGEST_RATIO = 200;

  private static final long ALWAYS_ALLOWED = 16L << 20;

  private final CountingStream compressed;
  private final String name;
  private long expanded;

  private Expansion(CountingStream compressed, String name) throws IOException {
    super(new GZIPInputStream(compressed, BUFFER_BYTES));
    this.compressed = compressed;
    this.name = name;
  }

  /** The content, expanded if it is compressed, whatever its name says. */
  static InputStream of(InputStream content, String name) throws IOException {
    var ahead = new PushbackInputStream(content, MAGIC.length);
    byte[] first = ahead.readNBytes(MAGIC.length);
    ahead.unread(first);
    try {
      return Arrays.equals(first, MAGIC) ? new Expansion(new CountingStream(ahead), name) : ahead;
    } catch (ZipException | EOFException e) {
      throw broken(name, e);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read;
    try {
      read = super.read(bytes, offset, length);
    } catch (ZipException | EOFException e) {
      throw broken(name, e);
    }
    expanded += Math.max(0, read);
    if (expanded > ALWAYS_ALLOWED && expanded / LARGEST_RATIO > compressed.count()) {
      throw new InputException(
          InputFailure.Code.TOO_LARGE,
          "%s: expands to more than %d times its compressed size".formatted(name, LARGEST_RATIO));
    }
    return read;
  }

  private static InputException broken(String name, IOException e) {
    return new InputException(
        InputFailure.Code.BROKEN_COMPRESSION,
        name + ": the gzip data is broken (" + e.getMessage() + "): fetch it again");
  }
}
