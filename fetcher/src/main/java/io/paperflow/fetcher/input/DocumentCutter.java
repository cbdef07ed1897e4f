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
 * Cuts opened documents into raw documents: recognises the format by the beginning and cuts at
 * record boundaries. Holds a few parts in memory, whatever the document's size. Thread-safe.
 */
public final class DocumentCutter {

  private final Formats formats;
  private final Limits limits;
  private final InstantSource clock;

  /** A cutter for documents of the given formats. */
  public DocumentCutter(Formats formats, Limits limits, InstantSource clock) {
    this.formats = formats;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * Cuts a document that a source has opened, to its end, and closes it. Content that cannot be
   * read is refused, which is no exception.
   *
   * @throws BodyException when the content does not come whole
   * @throws IOException when the consumer throws it
   */
  public void cut(Fetched document, RawDocuments to) throws IOException, InterruptedException {
    Guarded guarded = new Guarded(document.uri(), to);
    try (InputStream content = document.content()) {
      InputStream expanded = Expanded.of(content, limits.expansion());
      cut(new Opened(expanded, document.modifiedAt(), document.etag()), guarded);
    } catch (BodyException e) {
      throw e;
    } catch (IOException e) {
      refuse(e, guarded);
    }
  }

  void cut(Opened opened, Guarded to) throws IOException {
    InputStream stream = opened.stream();
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

  /** Refuses what cannot be read; throws what is not the document's fault. */
  static void refuse(IOException e, Guarded to) throws IOException, InterruptedException {
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
}
