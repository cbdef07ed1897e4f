package io.paperflow.fetcher.publish;

import io.paperflow.pipeline.Codec;
import io.paperflow.pipeline.DeadLetter;
import io.paperflow.pipeline.FailureCategory;
import io.paperflow.pipeline.LoopHeaders;
import io.paperflow.pipeline.Publication;
import io.paperflow.pipeline.Publisher.PublishException;
import io.paperflow.pipeline.avro.AvroTopicCodec;
import io.paperflow.schemas.DocumentState;
import io.paperflow.schemas.HeaderNames;
import io.paperflow.schemas.RawDocument;
import io.paperflow.schemas.Topics;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Publishes raw documents with the note that they were published; content that was published before
 * under the same key is left out. Not thread-safe.
 */
public final class DocumentPublisher {

  private static final String STAGE = "fetcher";

  private final Target target;
  private final Codec<RawDocument> documents = AvroTopicCodec.of(RawDocument.class);
  private final Codec<DocumentState> states = AvroTopicCodec.of(DocumentState.class);
  private final InstantSource clock;
  private final RandomGenerator random;

  /** What was last published, by key. */
  private final Map<String, Known> known;

  private final List<Publication> pending = new ArrayList<>();
  private int pendingBytes;

  /**
   * A publisher.
   *
   * @param known what was last published, by key; kept up to date
   */
  public DocumentPublisher(
      Target target, Map<String, Known> known, InstantSource clock, RandomGenerator random) {
    this.target = target;
    this.known = known;
    this.clock = clock;
    this.random = random;
  }

  /** What was last published under a key. */
  public Known known(String key) {
    return known.getOrDefault(key, Known.NOTHING);
  }

  /**
   * Publishes a document unless its content is known; returns whether it was not.
   *
   * @param key under which it is noted
   */
  public boolean publish(String key, RawDocument document)
      throws PublishException, InterruptedException {
    if (document.getSha256().equals(known(key).sha256())) {
      return false;
    }
    Map<String, String> headers =
        Map.of(
            HeaderNames.TRACE_PARENT, traceParent(),
            HeaderNames.FETCHED_AT, document.getFetchedAt().toString(),
            LoopHeaders.SCHEMA, documents.schemaName());
    pend(Publication.of(Topics.RAW, document.getUri(), documents.encode(document), headers));
    note(key, new Known(document.getSha256(), ""), document.getEtag());
    commitWhenFull();
    return true;
  }

  /** Notes the fingerprint of a document all parts of which were given to be published. */
  public void whole(String key, String fingerprint, Optional<String> etag) {
    if (!known(key).fingerprint().equals(fingerprint)) {
      note(key, new Known(known(key).sha256(), fingerprint), etag);
    }
  }

  /** Publishes a dead letter for something that cannot be a raw document. */
  public void deadLetter(String uri, String code, String message, byte[] bytes)
      throws PublishException, InterruptedException {
    pend(
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
    commitWhenFull();
  }

  /** Notes that content was dealt with, so that it is not again; returns whether it is new. */
  public boolean noted(String key, String sha256) {
    if (known(key).sha256().equals(sha256)) {
      return false;
    }
    note(key, new Known(sha256, ""), Optional.empty());
    return true;
  }

  private void note(String key, Known now, Optional<String> etag) {
    known.put(key, now);
    DocumentState.Builder state =
        DocumentState.newBuilder().setSha256(now.sha256()).setPublishedAt(clock.instant());
    etag.ifPresent(state::setEtag);
    if (!now.fingerprint().isEmpty()) {
      state.setFingerprint(now.fingerprint());
    }
    pend(
        target.placed(
            Publication.of(
                Topics.CURSORS,
                key,
                states.encode(state.build()),
                Map.of(LoopHeaders.SCHEMA, states.schemaName()))));
  }

  /** To be committed with what is pending. */
  public void pend(Publication publication) {
    pending.add(publication);
    pendingBytes += publication.bytes();
  }

  /** Whether something is to be committed. */
  public boolean pending() {
    return !pending.isEmpty();
  }

  /** Only between documents with their notes: what belongs together is committed together. */
  private void commitWhenFull() throws PublishException, InterruptedException {
    if (pendingBytes >= target.transactionBytes()) {
      flush();
    }
  }

  /** Commits what is pending. */
  public void flush() throws PublishException, InterruptedException {
    if (!pending.isEmpty()) {
      target.commit(List.copyOf(pending));
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
}
