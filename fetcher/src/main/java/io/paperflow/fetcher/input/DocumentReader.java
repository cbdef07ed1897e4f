package io.paperflow.fetcher.input;

import io.paperflow.fetcher.source.Fetched;
import io.paperflow.formats.Format;
import io.paperflow.formats.Formats;
import io.paperflow.formats.Head;
import io.paperflow.formats.PartSize;
import io.paperflow.formats.Recognition;
import io.paperflow.http.BodyException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.channels.ClosedByInterruptException;
import java.time.InstantSource;
import java.util.Locale;

/**
 * Reads documents as streams: recognises the format by the beginning and cuts at record boundaries.
 * Holds a few parts in memory, whatever the document's size. Not thread-safe.
 */
public final class DocumentReader implements AutoCloseable {

  private final Formats formats;
  private final Limits limits;
  private final InstantSource clock;
  private final Opener opener;

  /** A reader for documents of the given formats. */
  public DocumentReader(Formats formats, Limits limits, InstantSource clock) {
    this.formats = formats;
    this.limits = limits;
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
    Guarded guarded = new Guarded(location.uri(), to);
    try {
      Opened opened = opener.open(location);
      try (InputStream stream = opened.stream()) {
        cut(stream, opened, guarded);
      }
    } catch (IOException e) {
      refuse(e, guarded);
    }
  }

  /**
   * Reads a document that a source has opened, to its end, and closes it. Content that cannot be
   * read is refused, which is no exception.
   *
   * @throws BodyException when the content does not come whole
   * @throws IOException when the consumer throws it
   */
  public void read(Fetched document, RawDocuments to) throws IOException, InterruptedException {
    Guarded guarded = new Guarded(document.uri(), to);
    try (InputStream content = document.content()) {
      InputStream expanded = Expanded.of(content, limits.expansion());
      cut(expanded, new Opened(expanded, document.modifiedAt(), document.etag()), guarded);
    } catch (BodyException e) {
      throw e;
    } catch (IOException e) {
      refuse(e, guarded);
    }
  }

  private void cut(InputStream stream, Opened opened, Guarded to) throws IOException {
    byte[] head = stream.readNBytes(Head.BYTES);
    to.begins(head);
    switch (formats.recognise(Head.of(head))) {
      case Recognition.Refused(Recognition.Code code, String message) ->
          to.refuse(kebab(code), message);
      case Recognition.Recognised(Format format) -> {
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), stream);
        format.cut(whole, PartSize.STANDARD, new RawParts(opened, format, to, clock));
      }
    }
  }

  private static void refuse(IOException e, Guarded to) throws IOException, InterruptedException {
    if (to.failed()) {
      throw e;
    }
    switch (e) {
      case RefusedException refused ->
          to.refuse(refused.code(), String.valueOf(refused.getMessage()));
      // Nothing is wrong with the document.
      case ClosedByInterruptException _ -> throw new InterruptedException();
      default -> to.refuse("unreadable", reason(e));
    }
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
}
