package io.paperflow.fetcher.live;

import io.paperflow.fetcher.input.RawDocuments;
import io.paperflow.fetcher.publish.DocumentPublisher;
import io.paperflow.fetcher.source.Fingerprint;
import io.paperflow.formats.Reading;
import io.paperflow.pipeline.Publisher.PublishException;
import io.paperflow.schemas.RawDocument;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;

/** Publishes what a step of a source has read and keeps count. Not thread-safe. */
final class LiveDocuments implements RawDocuments {

  private final DocumentPublisher publisher;
  private String key = "";
  private int prefix;
  private int documents;
  private long bytes;
  private int refused;
  private boolean whole = true;

  LiveDocuments(DocumentPublisher publisher) {
    this.publisher = publisher;
  }

  /**
   * A document begins.
   *
   * @param document under which it is noted; its parts have more
   */
  void begin(String document, URI uri) {
    key = document;
    whole = true;
    prefix = uri.toString().length();
  }

  @Override
  public void document(RawDocument document) throws IOException {
    try {
      if (publisher.publish(key + document.getUri().substring(prefix), document)) {
        documents++;
        bytes += document.getBytes().remaining();
      }
    } catch (PublishException | InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Override
  public void unreadable(URI uri, Reading.Unreadable record) throws IOException {
    byte[] fragment = new byte[record.fragment().remaining()];
    record.fragment().duplicate().get(fragment);
    String code = record.code().name().toLowerCase(Locale.ROOT).replace('_', '-');
    letter(uri, code, uri + ": " + record.message(), fragment);
  }

  @Override
  public void refused(URI uri, String code, String message, byte[] beginning) throws IOException {
    whole = false;
    letter(uri, code, message, beginning);
  }

  /** A source shows the same again and again: it is told once what is wrong with it. */
  private void letter(URI uri, String code, String message, byte[] bytes) throws IOException {
    String sha256 = Fingerprint.of(bytes);
    try {
      if (publisher.noted(key + "#" + code + "=" + sha256.substring(0, 16), sha256)) {
        publisher.deadLetter(uri.toString(), code, message, bytes);
        refused++;
      }
    } catch (PublishException | InterruptedException e) {
      throw new IOException(e);
    }
  }

  /** Raw documents published. */
  int documents() {
    return documents;
  }

  /** Their bytes. */
  long bytes() {
    return bytes;
  }

  /** Whether the present document was not refused. */
  boolean whole() {
    return whole;
  }

  /** Dead letters. */
  int refused() {
    return refused;
  }
}
