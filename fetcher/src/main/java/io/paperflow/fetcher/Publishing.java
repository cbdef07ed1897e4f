package io.paperflow.fetcher;

import io.paperflow.fetcher.input.RawDocuments;
import io.paperflow.fetcher.publish.DocumentPublisher;
import io.paperflow.formats.Reading;
import io.paperflow.pipeline.Publisher.PublishException;
import io.paperflow.schemas.RawDocument;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.function.Consumer;

/** Publishes what is read and keeps count. */
final class Publishing implements RawDocuments {

  private final DocumentPublisher publisher;
  private final Consumer<FetchTally> progress;
  private final Consumer<String> said;
  private FetchTally tally = FetchTally.NOTHING;

  Publishing(DocumentPublisher publisher, Consumer<FetchTally> progress, Consumer<String> said) {
    this.publisher = publisher;
    this.progress = progress;
    this.said = said;
  }

  @Override
  public void document(RawDocument document) throws IOException {
    try {
      boolean changed = publisher.publish(document.getUri(), document);
      tally = tally.read(document.getBytes().remaining(), changed);
      progress.accept(tally);
    } catch (PublishException | InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void unreadable(URI uri, Reading.Unreadable record) throws IOException {
    byte[] fragment = new byte[record.fragment().remaining()];
    record.fragment().duplicate().get(fragment);
    String code = record.code().name().toLowerCase(Locale.ROOT).replace('_', '-');
    refused(uri, code, uri + ": " + record.message(), fragment);
  }

  @Override
  public void refused(URI uri, String code, String message, byte[] beginning) throws IOException {
    try {
      publisher.deadLetter(uri.toString(), code, message, beginning);
      tally = tally.refusal();
      said.accept(message);
      progress.accept(tally);
    } catch (PublishException | InterruptedException e) {
      throw new IOException(e);
    }
  }

  /** A document was read to its end. */
  void ended() {
    tally = tally.ended();
    progress.accept(tally);
  }

  FetchTally tally() {
    return tally;
  }
}
