package io.paperflow.fetcher.input;

import io.paperflow.formats.Formats;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;

/** Reads documents as streams, wherever they are. Thread-safe. */
public final class DocumentReader implements AutoCloseable {

  private final DocumentCutter cutter;
  private final Opener opener;

  /** A reader for documents of the given formats. */
  public DocumentReader(Formats formats, Limits limits, InstantSource clock) {
    this.cutter = new DocumentCutter(formats, limits, clock);
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
      try (InputStream _ = opened.stream()) {
        cutter.cut(opened, guarded);
      }
    } catch (IOException e) {
      DocumentCutter.refuse(e, guarded);
    }
  }

  @Override
  public void close() {
    opener.close();
  }
}
