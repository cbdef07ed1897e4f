package io.paperflow.fetcher.input;

import io.paperflow.fetcher.input.InputFailure.Code;
import io.paperflow.formats.Format;
import io.paperflow.formats.Formats;
import io.paperflow.formats.Head;
import io.paperflow.formats.PartSize;
import io.paperflow.formats.Recognition;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.Arrays;

/**
 * Reads documents as streams: recognises the format, cuts at record boundaries and passes the parts
 * on. Holds some MB at most, whatever the size of a document. Thread-safe; close it to end its
 * connections.
 */
public final class DocumentReader implements AutoCloseable {

  private static final int BEGINNING_BYTES = 4096;

  private final Formats formats;
  private final PartSize size;
  private final InstantSource clock;
  private final WebOpener web;

  /** A reader with parts of the standard size. */
  public DocumentReader(Formats formats, WebLimits limits, InstantSource clock) {
    this(formats, limits, clock, PartSize.STANDARD);
  }

  DocumentReader(Formats formats, WebLimits limits, InstantSource clock, PartSize size) {
    this.formats = formats;
    this.size = size;
    this.clock = clock;
    this.web = new WebOpener(limits, clock);
  }

  /**
   * Reads one document to its end and passes its parts on. What the sink throws ends the reading
   * and is passed through.
   */
  public Outcome read(Location location, DocumentSink sink) {
    String uri = location.uri();
    try (OpenDocument document = open(location)) {
      InputStream content = Expansion.of(document.content(), uri);
      byte[] head = content.readNBytes(Head.BYTES);
      return switch (formats.recognise(Head.of(head))) {
        case Recognition.Recognised(Format format) -> {
          var parts = new PartPublisher(uri, document, format, clock.instant(), sink);
          yield publish(uri, head, content, format, parts);
        }
        case Recognition.Refused(Recognition.Code code, String message) ->
            failed(new InputFailure(code(code), uri + ": " + message), 0, head);
      };
    } catch (IOException e) {
      return failed(failure(uri, e), 0, new byte[0]);
    }
  }

  private Outcome publish(
      String uri, byte[] head, InputStream rest, Format format, PartPublisher parts) {
    try {
      format.cut(new SequenceInputStream(new ByteArrayInputStream(head), rest), size, parts);
      return new Outcome.Published(parts.count(), parts.bytes());
    } catch (IOException e) {
      return failed(failure(uri, e), parts.count(), head);
    }
  }

  private static Outcome failed(InputFailure failure, int parts, byte[] head) {
    byte[] beginning = Arrays.copyOf(head, Math.min(head.length, BEGINNING_BYTES));
    return new Outcome.Failed(failure, parts, ByteBuffer.wrap(beginning).asReadOnlyBuffer());
  }

  private static InputFailure failure(String uri, IOException e) {
    return e instanceof InputException known
        ? known.failure()
        : new InputFailure(Code.UNREACHABLE, uri + ": reading failed (" + e.getMessage() + ")");
  }

  private OpenDocument open(Location location) throws IOException {
    return switch (location) {
      case Location.LocalFile file -> FileOpener.open(file);
      case Location.Web page -> web.open(page);
    };
  }

  private static Code code(Recognition.Code code) {
    return switch (code) {
      case EMPTY -> Code.EMPTY;
      case BINARY -> Code.BINARY;
      case NOT_UTF8 -> Code.NOT_UTF8;
      case UNKNOWN_FORMAT -> Code.UNKNOWN_FORMAT;
    };
  }

  @Override
  public void close() {
    web.close();
  }
}
