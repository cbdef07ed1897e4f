package io.paperflow.fetcher.input;

import io.paperflow.formats.Format;
import io.paperflow.formats.PartConsumer;
import io.paperflow.formats.Reading;
import io.paperflow.schemas.RawDocument;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * Makes raw documents of the parts of one document. The first keeps the document's name, so that
 * the name stays when the document grows; the others end in {@code #part=1} and so on.
 */
final class PartPublisher implements PartConsumer {

  private final String uri;
  private final OpenDocument document;
  private final Format format;
  private final Instant fetchedAt;
  private final DocumentSink sink;
  private final MessageDigest sha256;
  private int count;
  private long total;

  PartPublisher(
      String uri, OpenDocument document, Format format, Instant fetchedAt, DocumentSink sink) {
    this.uri = uri;
    this.document = document;
    this.format = format;
    this.fetchedAt = fetchedAt;
    this.sink = sink;
    try {
      this.sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public void part(byte[] bytes) {
    RawDocument.Builder part =
        RawDocument.newBuilder()
            .setSource(format.source())
            .setUri(count == 0 ? uri : uri + "#part=" + count)
            .setMediaType(format.mediaType())
            .setFetchedAt(fetchedAt)
            .setSha256(HexFormat.of().formatHex(sha256.digest(bytes)))
            .setBytes(ByteBuffer.wrap(bytes));
    document.modified().ifPresent(part::setModifiedAt);
    document.etag().ifPresent(part::setEtag);
    count++;
    total += bytes.length;
    sink.document(part.build());
  }

  @Override
  public void unreadable(Reading.Unreadable record) {
    sink.leftOut(uri, record);
  }

  /** Raw documents so far. */
  int count() {
    return count;
  }

  /** Bytes of all of them. */
  long bytes() {
    return total;
  }
}
