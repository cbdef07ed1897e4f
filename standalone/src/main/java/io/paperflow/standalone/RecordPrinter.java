package io.paperflow.standalone;

import io.paperflow.fetcher.input.RawDocuments;
import io.paperflow.formats.Format;
import io.paperflow.formats.Formats;
import io.paperflow.formats.Reading;
import io.paperflow.schemas.PaperRecord;
import io.paperflow.schemas.RawDocument;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;

/** Prints the records of documents, and why there are none. Not thread-safe. */
final class RecordPrinter implements RawDocuments, AutoCloseable {

  private final Formats formats;
  private final RecordLines lines;
  private final PrintWriter reasons;
  private long refused;

  /**
   * A printer.
   *
   * @param out for the records; closed with this
   * @param reasons for what is refused
   */
  RecordPrinter(Formats formats, OutputStream out, PrintWriter reasons) throws IOException {
    this.formats = formats;
    this.lines = new RecordLines(out);
    this.reasons = reasons;
  }

  /** Documents and records that were refused so far. */
  long refused() {
    return refused;
  }

  @Override
  public void document(RawDocument document) throws IOException {
    Format format = formats.byMediaType(document.getMediaType()).orElseThrow();
    try {
      format.read(
          document,
          reading -> {
            switch (reading) {
              case Reading.Paper(PaperRecord paper) -> print(paper);
              case Reading.Unreadable unreadable ->
                  refuse(document.getUri() + ": " + unreadable.message());
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void print(PaperRecord paper) {
    try {
      lines.write(paper);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void unreadable(URI uri, Reading.Unreadable record) {
    refuse(uri + ": " + record.message());
  }

  @Override
  public void refused(URI uri, String code, String message, byte[] beginning) {
    refuse(message);
  }

  private void refuse(String reason) {
    refused++;
    reasons.println(Search.oneLine(reason));
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
