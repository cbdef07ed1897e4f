package io.paperflow.fetcher;

import io.paperflow.pipeline.Codec;
import io.paperflow.pipeline.DeadLetter;
import io.paperflow.pipeline.FailureCategory;
import io.paperflow.pipeline.LoopHeaders;
import io.paperflow.pipeline.Publisher;
import io.paperflow.pipeline.Publisher.Publication;
import io.paperflow.pipeline.Publisher.PublishException;
import io.paperflow.schemas.DocumentState;
import io.paperflow.schemas.HeaderNames;
import io.paperflow.schemas.RawDocument;
import io.paperflow.schemas.Topics;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Publishes raw documents with the note that they were published, in transactions of a few
 * megabytes; content that was published before under the same address is left out. Not thread-safe.
 */
final class DocumentPublisher implements AutoCloseable {

  /** A few parts: enough to pay for a commit, little enough to hold and to be read soon. */
  private static final int TRANSACTION_BYTES = 2 << 20;

  private static final String STAGE = "fetcher";

  private final Publisher publisher;
  private final Codec<RawDocument> documents;
  private final Codec<DocumentState> states;
  private final InstantSource clock;
  private final RandomGenerator random;

  /** SHA-256 of what was last published, by address. */
  private final Map<String, String> published;

  private final List<Publication> pending = new ArrayList<>();
  private int pendingBytes;

  DocumentPublisher(
      Publisher publisher,
      Codec<RawDocument> documents,
      Codec<DocumentState> states,
      Map<String, String> published,
      InstantSource clock,
      RandomGenerator random) {
    this.publisher = publisher;
    this.documents = documents;
    this.states = states;
    this.published = published;
    this.clock = clock;
    this.random = random;
  }

  /** Publishes a document unless its content is known; returns whether it was not. */
  boolean publish(RawDocument document) throws PublishException {
    if (document.getSha256().equals(published.get(document.getUri()))) {
      return false;
    }
    published.put(document.getUri(), document.getSha256());
    Map<String, String> headers =
        Map.of(
            HeaderNames.TRACE_PARENT, traceParent(),
            HeaderNames.FETCHED_AT, document.getFetchedAt().toString(),
            LoopHeaders.SCHEMA, documents.schemaName());
    DocumentState.Builder state =
        DocumentState.newBuilder().setSha256(document.getSha256()).setPublishedAt(clock.instant());
    document.getEtag().ifPresent(state::setEtag);
    add(
        Publication.of(Topics.RAW, document.getUri(), documents.encode(document), headers),
        Publication.of(
            Topics.CURSORS,
            document.getUri(),
            states.encode(state.build()),
            Map.of(LoopHeaders.SCHEMA, states.schemaName())));
    return true;
  }

  /** Publishes a dead letter for something that cannot be a raw document. */
  void deadLetter(String uri, String code, String message, byte[] bytes) throws PublishException {
    add(
        Publication.of(
            Topics.DEAD_LETTERS,
            uri,
            bytes,
            Map.of(
                DeadLetter.STAGE,
                STAGE,
                DeadLetter.CODE,
                code,
                DeadLetter.CATEGORY,
                FailureCategory.PERMANENT.name(),
                DeadLetter.REASON,
                message,
                DeadLetter.ATTEMPTS,
                "1",
                DeadLetter.TIME,
                clock.instant().toString())));
  }

  /** What is added together is committed together: never a document without its note. */
  private void add(Publication... together) throws PublishException {
    for (Publication publication : together) {
      pending.add(publication);
      pendingBytes += publication.value().length;
    }
    if (pendingBytes >= TRANSACTION_BYTES) {
      flush();
    }
  }

  /** Commits what is pending. */
  void flush() throws PublishException {
    if (!pending.isEmpty()) {
      publisher.publish(pending);
      pending.clear();
      pendingBytes = 0;
    }
  }

  /** W3C trace context, level 1: version, trace id, parent id, sampled. */
  private String traceParent() {
    HexFormat hex = HexFormat.of();
    return "00-"
        + hex.toHexDigits(random.nextLong())
        + hex.toHexDigits(random.nextLong())
        + "-"
        + hex.toHexDigits(random.nextLong())
        + "-01";
  }

  @Override
  public void close() {
    publisher.close();
  }
}
