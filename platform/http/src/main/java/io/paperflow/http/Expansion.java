package io.paperflow.http;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Undoes a content coding while it is read (RFC 9110, section 8.4.1; RFC 8878 for zstd). */
final class Expansion extends InputStream {

  /** What is asked for. */
  static final String ACCEPTED = "gzip, zstd";

  private static final int BUFFER = 16 * 1024;

  /** RFC 9659: a decoder for the web needs no window above 8 MiB. */
  private static final int LARGEST_ZSTD_WINDOW = 23;

  private static final Map<String, Coding> CODINGS =
      Map.of(
          "", in -> in,
          "identity", in -> in,
          "gzip", in -> new GZIPInputStream(in, BUFFER),
          "x-gzip", in -> new GZIPInputStream(in, BUFFER),
          "zstd", in -> new ZstdInputStreamNoFinalizer(in).setLongMax(LARGEST_ZSTD_WINDOW));

  private final Source body;
  private final Coding coding;
  private Optional<InputStream> expanded = Optional.empty();

  private interface Coding {
    InputStream open(InputStream in) throws IOException;
  }

  private Expansion(Source body, Coding coding) {
    this.body = body;
    this.coding = coding;
  }

  /**
   * What the body expands to.
   *
   * @param encoding the value of {@code Content-Encoding}; empty when there is none
   * @throws BodyException for a coding that was not asked for
   */
  static InputStream of(InputStream body, String encoding) throws BodyException {
    Coding coding = CODINGS.get(encoding.strip().toLowerCase(Locale.ROOT));
    if (coding == null) {
      throw new BodyException(
          "encoding", true, "the content coding '" + encoding + "' was not asked for");
    }
    return new Expansion(new Source(body), coding);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      return opened().read(buffer, offset, length);
    } catch (BodyException e) {
      throw e;
    } catch (IOException e) {
      throw body.ended
          ? new BodyException("truncated", false, "the body ended too early")
          : new BodyException("encoding", false, "the body cannot be expanded: " + e.getMessage());
    }
  }

  private InputStream opened() throws IOException {
    if (expanded.isEmpty()) {
      // Servers mark empty bodies as encoded, too.
      PushbackInputStream peeked = new PushbackInputStream(body);
      int first = peeked.read();
      if (first >= 0) {
        peeked.unread(first);
      }
      expanded = Optional.of(first < 0 ? InputStream.nullInputStream() : coding.open(peeked));
    }
    return expanded.get();
  }

  @Override
  public void close() throws IOException {
    try (body) {
      if (expanded.isPresent()) {
        expanded.get().close();
      }
    }
  }

  /** Remembers whether the end was seen: what fails to expand then is cut off. */
  private static final class Source extends FilterInputStream {

    private boolean ended;

    Source(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = in.read();
      ended |= one < 0;
      return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = in.read(buffer, offset, length);
      ended |= count < 0;
      return count;
    }
  }
}
