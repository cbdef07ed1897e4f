package io.paperflow.indexer.index;

import io.paperflow.elastic.ElasticsearchHttp;
import io.paperflow.elastic.IndexNames;
import io.paperflow.indexer.document.DocumentWriter;
import io.paperflow.indexer.fusion.Appearance;
import io.paperflow.indexer.fusion.PaperDocument;
import io.paperflow.pipeline.Failure;
import io.paperflow.schemas.CodeAppeared;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes what is known of papers into the index. What is new is created; what is there already is
 * read, merged and, only if that changes it, written back on condition that nobody else wrote
 * meanwhile. That a paper has code now is told before it is written. Thread-safe.
 */
final class PaperWrites {

  /** A request holds no more, unless a single document does. */
  private static final int MOST_REQUEST_BYTES = 5 << 20;

  /** Rounds of writing, reading and merging for documents others write at the same time. */
  private static final int MOST_ROUNDS = 5;

  private static final int EXPECTED_DOCUMENT_BYTES = 3 << 10;

  /** Making an index takes seconds on a busy cluster. */
  static final Duration FOR_AN_INDEX = Duration.ofSeconds(30);

  private final ElasticsearchHttp http;
  private final IndexLayout layout;
  private final StoredDocuments stored;
  private final DocumentWriter documents = new DocumentWriter();
  private final Appearances appearances;
  private final InstantSource clock;

  PaperWrites(
      ElasticsearchHttp http, IndexLayout layout, Appearances appearances, InstantSource clock) {
    this.http = http;
    this.layout = layout;
    this.stored = new StoredDocuments(http);
    this.appearances = appearances;
    this.clock = clock;
  }

  /**
   * Creates papers, or adds to those that are there.
   *
   * @return the ids of those that were created
   */
  Set<String> create(List<Pending> pending, Verdicts verdicts) throws InterruptedException {
    Set<String> created = new HashSet<>();
    rounds(pending, verdicts, created, true);
    return created;
  }

  /**
   * Adds to papers; what is known of a paper that is not there is left out.
   *
   * @param tell whether it is told that a paper has code now
   */
  void amend(List<Pending> pending, Verdicts verdicts, boolean tell) throws InterruptedException {
    rounds(merged(pending, verdicts, tell), verdicts, new HashSet<>(), tell);
  }

  /**
   * Takes from papers what was written elsewhere; a paper of which nothing is left is removed.
   *
   * @param places the items of the batch that fail when this does
   * @return the ids of those that others changed meanwhile
   */
  List<String> reduce(List<Settlement.Move> moves, List<Integer> places, Verdicts verdicts)
      throws InterruptedException {
    BulkBody body = new BulkBody(moves.size(), moves.size() * EXPECTED_DOCUMENT_BYTES);
    Instant indexedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    for (Settlement.Move move : moves) {
      BulkItem item =
          move.staying()
              .<BulkItem>map(
                  staying ->
                      new PaperItem(
                          new Pending(staying, move.guard(), places), documents, indexedAt))
              .orElseGet(() -> new Removal(move.id(), Optional.of(move.guard())));
      try {
        body.add(item);
      } catch (IOException e) {
        throw new UncheckedIOException("Paper " + move.id() + " was written before", e);
      }
    }
    List<ItemResult> results = BulkRequests.send(http, IndexNames.PAPERS, MOST_REQUEST_BYTES, body);
    List<String> changed = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      switch (results.get(i)) {
        case ItemResult.Written() -> verdicts.moved();
        case ItemResult.Conflict() -> changed.add(moves.get(i).id());
        case ItemResult.Failed(Failure failure) -> verdicts.failed(places, failure);
      }
    }
    return changed;
  }

  private void rounds(List<Pending> first, Verdicts verdicts, Set<String> created, boolean tell)
      throws InterruptedException {
    List<Pending> pending = first;
    for (int round = 0; round < MOST_ROUNDS && !pending.isEmpty(); round++) {
      pending = merged(conflicting(pending, verdicts, created), verdicts, tell);
    }
    for (Pending contended : pending) {
      verdicts.failed(
          contended,
          Failure.transientFailure(
              "document-contended",
              "Document %s was changed by others in each of %d rounds: it is tried again"
                  .formatted(contended.id(), MOST_ROUNDS)));
    }
  }

  /** Writes; what remains are the documents whose guards did not hold. */
  private List<Pending> conflicting(List<Pending> pending, Verdicts verdicts, Set<String> created)
      throws InterruptedException {
    BulkBody body = new BulkBody(pending.size(), pending.size() * EXPECTED_DOCUMENT_BYTES);
    Instant indexedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    List<Pending> sent =
        pending.stream()
            .filter(p -> encoded(body, new PaperItem(p, documents, indexedAt), verdicts))
            .toList();
    List<ItemResult> results = BulkRequests.send(http, IndexNames.PAPERS, MOST_REQUEST_BYTES, body);
    List<Pending> conflicts = new ArrayList<>();
    boolean indexMissing = false;
    for (int i = 0; i < results.size(); i++) {
      switch (results.get(i)) {
        case ItemResult.Written() -> {
          Pending written = sent.get(i);
          verdicts.written(written);
          if (written.guard() instanceof Guard.Absent) {
            created.add(written.id());
          }
        }
        case ItemResult.Conflict() -> conflicts.add(sent.get(i));
        case ItemResult.Failed(Failure failure) -> {
          indexMissing |= BulkVerdicts.isIndexMissing(failure);
          verdicts.failed(sent.get(i), failure);
        }
      }
    }
    if (indexMissing) {
      // Whether that worked shows when the items come again.
      layout.ensure(FOR_AN_INDEX);
    }
    return conflicts;
  }

  private static boolean encoded(BulkBody body, PaperItem item, Verdicts verdicts) {
    try {
      body.add(item);
      return true;
    } catch (IOException e) {
      verdicts.failed(
          item.pending(),
          Failure.permanent(
              "document-unwritable",
              "Paper %s cannot be written as JSON: %s"
                  .formatted(item.pending().id(), e.getMessage())));
      return false;
    }
  }

  /** Merges with what is stored; what remains are the documents which that changes. */
  private List<Pending> merged(List<Pending> conflicts, Verdicts verdicts, boolean tell)
      throws InterruptedException {
    List<Stored> found = stored.get(conflicts.stream().map(Pending::id).toList());
    List<Pending> changed = new ArrayList<>();
    Map<Pending, CodeAppeared> appeared = new LinkedHashMap<>();
    for (int i = 0; i < conflicts.size(); i++) {
      Pending pending = conflicts.get(i);
      switch (found.get(i)) {
        case Stored.Found(PaperDocument document, Guard.Unchanged guard) -> {
          PaperDocument merged = document.merge(pending.document());
          if (merged.equals(document)) {
            verdicts.unchanged();
          } else {
            Pending rebased = pending.rebased(merged, guard);
            changed.add(rebased);
            if (tell) {
              Appearance.of(document, merged, clock.instant())
                  .ifPresent(event -> appeared.put(rebased, event));
            }
          }
        }
        // Deleted between the conflict and the reading, or not there yet.
        case Stored.Missing() -> {
          if (pending.document().isStated()) {
            changed.add(pending.rebased(pending.document(), new Guard.Absent()));
          }
        }
        case Stored.Unknown(Failure failure) -> verdicts.failed(pending, failure);
      }
    }
    return told(changed, appeared, verdicts);
  }

  /** What is not told is not written either: it comes again. */
  private List<Pending> told(
      List<Pending> changed, Map<Pending, CodeAppeared> appeared, Verdicts verdicts)
      throws InterruptedException {
    Optional<Failure> failure =
        appeared.isEmpty() ? Optional.empty() : appearances.tell(List.copyOf(appeared.values()));
    if (failure.isEmpty()) {
      return changed;
    }
    appeared.keySet().forEach(pending -> verdicts.failed(pending, failure.get()));
    return changed.stream().filter(pending -> !appeared.containsKey(pending)).toList();
  }
}
