package io.paperflow.notifier.follow;

import io.paperflow.catalogue.paper.Freshness;
import io.paperflow.catalogue.paper.Paper;
import io.paperflow.catalogue.query.IndexUnavailableException;
import io.paperflow.notifier.paper.Papers;
import io.paperflow.pipeline.Delivery;
import io.paperflow.pipeline.Failure;
import io.paperflow.pipeline.Sink;
import io.paperflow.pipeline.Verdict;
import io.paperflow.schemas.EnrichedPaper;
import io.paperflow.schemas.FollowedEvent;
import io.paperflow.schemas.PaperRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks which searches find the papers that arrive. A paper is asked for as the index has it, with
 * all its sources and its code, so that a saved search finds what the search finds; it is waited
 * for a while, and then taken as the record states it. Thread-safe.
 */
public final class PapersSink implements Sink<EnrichedPaper> {

  /** After which the index is not waited for any more. */
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private final Papers papers;
  private final Matches matches;
  private final InstantSource clock;

  /** What it needs. */
  public PapersSink(Papers papers, Matches matches, InstantSource clock) {
    this.papers = papers;
    this.matches = matches;
    this.clock = clock;
  }

  @Override
  public List<Verdict> write(List<Delivery<EnrichedPaper>> batch) throws InterruptedException {
    Optional<Failure> unread = unread();
    if (unread.isPresent()) {
      return all(batch, unread.get());
    }
    if (matches.subscriptions().all().isEmpty()) {
      return batch.stream().map(_ -> Verdict.done()).toList();
    }
    Map<String, Paper> indexed;
    try {
      indexed = papers.find(batch.stream().filter(this::mayBeNews).map(PapersSink::key).toList());
    } catch (IndexUnavailableException e) {
      return all(
          batch, Failure.transientFailure("papers-unavailable", String.valueOf(e.getMessage())));
    }
    List<Occurrence> occurrences = new ArrayList<>();
    List<Verdict> verdicts = new ArrayList<>();
    for (Delivery<EnrichedPaper> delivery : batch) {
      if (!mayBeNews(delivery)) {
        verdicts.add(Verdict.done());
        continue;
      }
      Optional<Paper> paper = paper(delivery, Optional.ofNullable(indexed.get(key(delivery))));
      verdicts.add(
          paper
              .map(_ -> Verdict.done())
              .orElseGet(
                  () ->
                      Verdict.failed(
                          Failure.transientFailure(
                              "not-indexed-yet", "the index does not have it yet"))));
      paper.ifPresent(found -> occurrences.addAll(occurrences(delivery.value(), found)));
    }
    Optional<Failure> failure = matches.tell(occurrences);
    return failure.isPresent() ? all(batch, failure.get()) : verdicts;
  }

  /** Of the past, which a backfill brings by the hundred thousand, nothing is told. */
  private boolean mayBeNews(Delivery<EnrichedPaper> delivery) {
    PaperRecord record = delivery.value().getPaper();
    Optional<Instant> published = record.getPublished();
    return record.getWithdrawn()
        || published.filter(time -> Occurrence.isPast(time, clock.instant())).isEmpty();
  }

  private Optional<Failure> unread() {
    return matches.subscriptions().known()
        ? Optional.empty()
        : Optional.of(
            Failure.transientFailure(
                "subscriptions-unread", "the subscriptions have not been read yet"));
  }

  /** Empty while the index may still come to have it. */
  private Optional<Paper> paper(Delivery<EnrichedPaper> delivery, Optional<Paper> indexed) {
    PaperRecord record = delivery.value().getPaper();
    boolean fresh =
        indexed
            .flatMap(Paper::freshness)
            .flatMap(Freshness::fetchedAt)
            .filter(time -> !time.isBefore(record.getFetchedAt()))
            .isPresent();
    if (fresh) {
      return indexed;
    }
    Instant now = clock.instant();
    return delivery.timestamp().isBefore(now.minus(PATIENCE))
        ? Optional.of(indexed.orElseGet(() -> RecordPaper.of(delivery.value(), now)))
        : Optional.empty();
  }

  private static List<Occurrence> occurrences(EnrichedPaper enriched, Paper paper) {
    PaperRecord record = enriched.getPaper();
    List<Occurrence> occurrences = new ArrayList<>();
    paper
        .firstSeen()
        .ifPresent(time -> occurrences.add(new Occurrence(FollowedEvent.NEW, paper, time)));
    if (record.getWithdrawn()) {
      occurrences.add(new Occurrence(FollowedEvent.WITHDRAWN, paper, record.getSourceTime()));
    }
    return occurrences;
  }

  private static String key(Delivery<EnrichedPaper> delivery) {
    return delivery.value().getPaper().getPaperKey();
  }

  private static <T> List<Verdict> all(List<Delivery<T>> batch, Failure failure) {
    return batch.stream().map(_ -> Verdict.failed(failure)).toList();
  }

  @Override
  public Optional<Failure> check() {
    return unread();
  }
}
