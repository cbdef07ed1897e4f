package io.paperflow.fetcher.live;

import io.paperflow.pipeline.Codec;
import io.paperflow.pipeline.Codec.UndecodableException;
import io.paperflow.pipeline.Publication;
import io.paperflow.pipeline.avro.AvroTopicCodec;
import io.paperflow.schemas.RawDocument;
import io.paperflow.schemas.SourceAudit;
import io.paperflow.schemas.Topics;
import io.paperflow.testkit.lease.CommittedRecords;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What was committed, as Kafka keeps it: all of a commit or nothing. */
final class Topic {

  private static final Codec<RawDocument> DOCUMENTS = AvroTopicCodec.of(RawDocument.class);

  private final CommittedRecords committed = new CommittedRecords();

  CommittedRecords committed() {
    return committed;
  }

  /** The newest record of each key of the state's topic. */
  Map<String, byte[]> state() {
    return committed.newest(Topics.CURSORS);
  }

  /** The contents of all raw documents, in their order. */
  List<String> documents() {
    return of(Topics.RAW).stream().map(Topic::content).toList();
  }

  private static String content(Publication publication) {
    try {
      RawDocument document = DOCUMENTS.decode(publication.value().orElseThrow());
      return StandardCharsets.UTF_8.decode(document.getBytes()).toString();
    } catch (UndecodableException e) {
      throw new AssertionError(e);
    }
  }

  /** The audits' results. */
  List<SourceAudit> audits() {
    SourceRecords records = new SourceRecords();
    return of(Topics.AUDITS).stream()
        .map(audit -> records.audit(audit.value().orElseThrow()).orElseThrow())
        .toList();
  }

  /** Why there are dead letters. */
  List<Publication> deadLetters() {
    return of(Topics.DEAD_LETTERS);
  }

  List<Publication> of(String topic) {
    return committed.of(topic);
  }
}
