package io.paperflow.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A body as its reader gets it: expanded, bounded, with failures that name the address. Ends the
 * request at its end, its failure or its closing, whichever is first.
 */
final class ContentBody extends InputStream {

  private final InputStream in;
  private final long most;
  private final String name;
  private final Verdict good;
  private final Consumer<Verdict> end;
  private long bytes;
  private boolean ended;
  private Optional<BodyException> failure = Optional.empty();

  /**
   * @param good the verdict unless reading fails
   * @param end told once how it ended
   */
  ContentBody(InputStream in, long most, String name, Verdict good, Consumer<Verdict> end) {
    this.in = in;
    this.most = most;
    this.name = name;
    this.good = good;
    this.end = end;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (failure.isPresent()) {
      throw failure.get();
    }
    if (ended) {
      return -1;
    }
    try {
      int count = in.read(buffer, offset, length);
      if (count < 0) {
        end(good);
      } else {
        bytes += count;
        checkSize();
      }
      return count;
    } catch (BodyException e) {
      end(e.permanent() ? good : Verdict.TROUBLE);
      failure =
          Optional.of(new BodyException(e.code(), e.permanent(), name + ": " + e.getMessage()));
      throw failure.get();
    }
  }

  private void checkSize() throws BodyException {
    if (bytes > most) {
      throw new BodyException(
          "too-large", true, "the body has more than " + most + " bytes when expanded");
    }
  }

  @Override
  public void close() throws IOException {
    end(good);
  }

  private void end(Verdict verdict) throws IOException {
    if (!ended) {
      ended = true;
      try (in) {
        end.accept(verdict);
      }
    }
  }
}
