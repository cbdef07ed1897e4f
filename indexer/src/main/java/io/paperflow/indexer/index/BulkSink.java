package io.paperflow.indexer.index;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import io.micrometer.core.instrument.MeterRegistry;
import io.paperflow.elastic.ElasticsearchHttp;
import io.paperflow.elastic.ElasticsearchHttp.Answer;
import io.paperflow.elastic.IndexNames;
import io.paperflow.indexer.document.DocumentWriter;
import io.paperflow.indexer.fusion.PaperDocument;
import io.paperflow.pipeline.Delivery;
import io.paperflow.pipeline.Failure;
import io.paperflow.pipeline.Sink;
import io.paperflow.pipeline.Verdict;
import io.paperflow.schemas.EnrichedPaper;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes papers to the index. What is new is created; what is there already is read, merged and,
 * only if that changes it, written back on condition that nobody else wrote meanwhile. So a record
 * may come twice, late or together with others of its paper: the document ends the same, and is
 * written no more often than it changes. Thread-safe.
 */
public final class BulkSink implements Sink<EnrichedPaper> {

  private static final Logger log = LoggerFactory.getLogger(BulkSink.class);

  /** A request holds no more, unless a single document does. */
  private static final int MOST_REQUEST_BYTES = 5 << 20;

  /** Rounds of writing, reading and merging for documents others write at the same time. */
  private static final int MOST_ROUNDS = 5;

  private static final int EXPECTED_DOCUMENT_BYTES = 3 << 10;

  private static final Duration FOR_A_CHECK = Duration.ofSeconds(2);

  /** Making an index takes seconds on a busy cluster. */
  private static final Duration FOR_AN_INDEX = Duration.ofSeconds(30);

  private final ElasticsearchHttp http;
  private final IndexLayout layout;
  private final StoredDocuments stored;
  private final DocumentWriter documents = new DocumentWriter();
  private final DocumentCounts counts;
  private final InstantSource clock;

  /** A sink into the cluster behind the given connection. */
  public BulkSink(
      ElasticsearchHttp http, IndexLayout layout, InstantSource clock, MeterRegistry registry) {
    this.http = http;
    this.layout = layout;
    this.stored = new StoredDocuments(http);
    this.counts = new DocumentCounts(registry);
    this.clock = clock;
  }

  @Override
  public List<Verdict> write(List<Delivery<EnrichedPaper>> items) throws InterruptedException {
    Batch batch = new Batch(items, counts);
    List<Pending> pending = batch.documents();
    Optional<Failure> unfit = layout.ensureOnce(FOR_AN_INDEX);
    if (unfit.isPresent()) {
      // An index of another mapping would refuse good documents one by one.
      pending.forEach(document -> batch.failed(document, unfit.get()));
      return batch.verdicts();
    }
    for (int round = 0; round < MOST_ROUNDS && !pending.isEmpty(); round++) {
      pending = merged(batch, conflicting(batch, pending));
    }
    for (Pending contended : pending) {
      batch.failed(
          contended,
          Failure.transientFailure(
              "document-contended",
              "Document %s was changed by others in each of %d rounds: it is tried again"
                  .formatted(contended.id(), MOST_ROUNDS)));
    }
    return batch.verdicts();
  }

  /** Makes what was written visible to searches, which Elasticsearch alone does less often. */
  @Override
  public void caughtUp() throws InterruptedException {
    try {
      Answer answer = http.send(new Request("POST", "/" + IndexNames.PAPERS + "/_refresh"));
      if (answer.status() != 200) {
        log.debug("not refreshed: status {}", answer.status());
      }
    } catch (IOException e) {
      log.debug("not refreshed", e);
    }
  }

  /** Whether the cluster answers and the index is fit for writing; makes it if there is none. */
  @Override
  public Optional<Failure> check() {
    try {
      return layout.ensure(FOR_A_CHECK);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.of(Failure.transientFailure("interrupted", "The check was interrupted"));
    }
  }

  /** Writes; what remains are the documents whose guards did not hold. */
  private List<Pending> conflicting(Batch batch, List<Pending> pending)
      throws InterruptedException {
    BulkBody body =
        new BulkBody(
            documents,
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            pending.size(),
            pending.size() * EXPECTED_DOCUMENT_BYTES);
    List<Pending> sent = pending.stream().filter(p -> encoded(batch, body, p)).toList();
    List<ItemResult> results = BulkRequests.send(http, MOST_REQUEST_BYTES, body);
    List<Pending> conflicts = new ArrayList<>();
    boolean indexMissing = false;
    for (int i = 0; i < results.size(); i++) {
      switch (results.get(i)) {
        case ItemResult.Written() -> batch.written(sent.get(i));
        case ItemResult.Conflict() -> conflicts.add(sent.get(i));
        case ItemResult.Failed(Failure failure) -> {
          indexMissing |= BulkVerdicts.isIndexMissing(failure);
          batch.failed(sent.get(i), failure);
        }
      }
    }
    if (indexMissing) {
      // Whether that worked shows when the items come again.
      layout.ensure(FOR_AN_INDEX);
    }
    return conflicts;
  }

  private static boolean encoded(Batch batch, BulkBody body, Pending pending) {
    try {
      body.add(pending);
      return true;
    } catch (IOException e) {
      batch.failed(
          pending,
          Failure.permanent(
              "document-unwritable",
              "Paper %s cannot be written as JSON: %s".formatted(pending.id(), e.getMessage())));
      return false;
    }
  }

  /** Merges with what is stored; what remains are the documents which that changes. */
  private List<Pending> merged(Batch batch, List<Pending> conflicts) throws InterruptedException {
    List<Stored> found = stored.get(conflicts.stream().map(Pending::id).toList());
    List<Pending> changed = new ArrayList<>();
    for (int i = 0; i < conflicts.size(); i++) {
      Pending pending = conflicts.get(i);
      switch (found.get(i)) {
        case Stored.Found(PaperDocument document, Guard.Unchanged guard) -> {
          PaperDocument merged = document.merge(pending.document());
          if (merged.equals(document)) {
            batch.unchanged(pending);
          } else {
            changed.add(pending.rebased(merged, guard));
          }
        }
        // Deleted between the conflict and the reading.
        case Stored.Missing() ->
            changed.add(pending.rebased(pending.document(), new Guard.Absent()));
        case Stored.Unknown(Failure failure) -> batch.failed(pending, failure);
      }
    }
    return changed;
  }
}
