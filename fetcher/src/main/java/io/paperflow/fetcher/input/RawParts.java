package io.paperflow.fetcher.input;

import io.paperflow.fetcher.source.Fingerprint;
import io.paperflow.formats.Format;
import io.paperflow.formats.PartConsumer;
import io.paperflow.formats.Reading;
import io.paperflow.schemas.RawDocument;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.InstantSource;

/** Makes raw documents of parts. */
final class RawParts implements PartConsumer {

  private final Opened opened;
  private final Format format;
  private final Guarded to;
  private final InstantSource clock;
  private int count;

  RawParts(Opened opened, Format format, Guarded to, InstantSource clock) {
    this.opened = opened;
    this.format = format;
    this.to = to;
    this.clock = clock;
  }

  @Override
  public void part(byte[] bytes) throws IOException {
    // The first part keeps the document's own address when the document grows.
    String uri = to.uri() + (count == 0 ? "" : "#part=" + count);
    count++;
    RawDocument.Builder document =
        RawDocument.newBuilder()
            .setSource(format.source())
            .setUri(uri)
            .setMediaType(format.mediaType())
            .setFetchedAt(clock.instant())
            .setSha256(Fingerprint.of(bytes))
            .setBytes(ByteBuffer.wrap(bytes));
    opened.modifiedAt().ifPresent(document::setModifiedAt);
    opened.etag().ifPresent(document::setEtag);
    to.document(document.build());
  }

  @Override
  public void unreadable(Reading.Unreadable record) throws IOException {
    to.unreadable(to.uri(), record);
  }
}
