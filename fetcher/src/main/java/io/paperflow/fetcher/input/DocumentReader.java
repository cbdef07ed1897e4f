package io.paperflow.fetcher.input;

import io.paperflow.formats.Format;
import io.paperflow.formats.Formats;
import io.paperflow.formats.Head;
import io.paperflow.formats.PartConsumer;
import io.paperflow.formats.PartSize;
import io.paperflow.formats.Reading;
import io.paperflow.formats.Recognition;
import io.paperflow.schemas.RawDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Reads documents as streams: recognises the format by the beginning and cuts at record boundaries.
 * Holds a few parts in memory, whatever the document's size. Not thread-safe.
 */
public final class DocumentReader implements AutoCloseable {

  /** Bytes of a refused document that are kept. */
  private static final int KEPT_BYTES = 4096;

  private final Formats formats;
  private final InstantSource clock;
  private final Opener opener;

  /** A reader for documents of the given formats. */
  public DocumentReader(Formats formats, Limits limits, InstantSource clock) {
    this.formats = formats;
    this.clock = clock;
    this.opener = new Opener(limits);
  }

  /**
   * Reads a document to its end. A document that cannot be read is refused, which is no exception.
   *
   * @throws IOException when the consumer throws it
   */
  public void read(Location location, RawDocuments to) throws IOException, InterruptedException {
    if (Thread.interrupted()) {
      // Whether opening and reading a file notice it depends on the file's stream.
      throw new InterruptedException();
    }
    byte[] head = new byte[0];
    Guarded guarded = new Guarded(to);
    try {
      Opened opened = opener.open(location);
      try (InputStream stream = opened.stream()) {
        head = stream.readNBytes(Head.BYTES);
        switch (formats.recognise(Head.of(head))) {
          case Recognition.Refused(Recognition.Code code, String message) ->
              refuse(location, kebab(code), message, head, guarded);
          case Recognition.Recognised(Format format) -> {
            InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), stream);
            format.cut(whole, PartSize.STANDARD, new Parts(location, opened, format, guarded));
          }
        }
      }
    } catch (RefusedException e) {
      refuse(location, e.code(), String.valueOf(e.getMessage()), head, to);
    } catch (ClosedByInterruptException e) {
      // Nothing is wrong with the document.
      throw new InterruptedException();
    } catch (IOException e) {
      if (guarded.failed) {
        throw e;
      }
      refuse(location, "unreadable", reason(e), head, to);
    }
  }

  private static void refuse(
      Location location, String code, String message, byte[] head, RawDocuments to)
      throws IOException {
    byte[] beginning = Arrays.copyOf(head, Math.min(head.length, KEPT_BYTES));
    to.refused(location, code, location.uri() + ": " + message, beginning);
  }

  private static String kebab(Recognition.Code code) {
    return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String reason(IOException e) {
    String message = e.getMessage() == null ? "" : ": " + e.getMessage();
    return "cannot be read: " + e.getClass().getSimpleName() + message;
  }

  @Override
  public void close() {
    opener.close();
  }

  /** Makes raw documents of parts. */
  private final class Parts implements PartConsumer {

    private final Location location;
    private final Opened opened;
    private final Format format;
    private final RawDocuments to;
    private int count;

    Parts(Location location, Opened opened, Format format, RawDocuments to) {
      this.location = location;
      this.opened = opened;
      this.format = format;
      this.to = to;
    }

    @Override
    public void part(byte[] bytes) throws IOException {
      // The first part keeps the document's own address when the document grows.
      String uri = location.uri() + (count == 0 ? "" : "#part=" + count);
      count++;
      RawDocument.Builder document =
          RawDocument.newBuilder()
              .setSource(format.source())
              .setUri(uri)
              .setMediaType(format.mediaType())
              .setFetchedAt(clock.instant())
              .setSha256(sha256(bytes))
              .setBytes(ByteBuffer.wrap(bytes));
      opened.modifiedAt().ifPresent(document::setModifiedAt);
      opened.etag().ifPresent(document::setEtag);
      to.document(document.build());
    }

    @Override
    public void unreadable(Reading.Unreadable record) throws IOException {
      to.unreadable(location, record);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** Tells a consumer's failure, which ends everything, from one of the document. */
  private static final class Guarded implements RawDocuments {

    private final RawDocuments to;
    private boolean failed;

    Guarded(RawDocuments to) {
      this.to = to;
    }

    @Override
    public void document(RawDocument document) throws IOException {
      failed = true;
      to.document(document);
      failed = false;
    }

    @Override
    public void unreadable(Location location, Reading.Unreadable record) throws IOException {
      failed = true;
      to.unreadable(location, record);
      failed = false;
    }

    @Override
    public void refused(Location location, String code, String message, byte[] beginning)
        throws IOException {
      failed = true;
      to.refused(location, code, message, beginning);
      failed = false;
    }
  }
}
