package io.paperflow.notifier.follow;

import io.paperflow.catalogue.paper.Paper;
import io.paperflow.catalogue.query.IndexUnavailableException;
import io.paperflow.notifier.paper.Papers;
import io.paperflow.pipeline.Delivery;
import io.paperflow.pipeline.Failure;
import io.paperflow.pipeline.Sink;
import io.paperflow.pipeline.Verdict;
import io.paperflow.schemas.CodeAppeared;
import io.paperflow.schemas.FollowedEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks which searches find the papers whose code has appeared. Thread-safe. */
public final class CodeSink implements Sink<CodeAppeared> {

  private final Papers papers;
  private final Matches matches;

  /** What it needs. */
  public CodeSink(Papers papers, Matches matches) {
    this.papers = papers;
    this.matches = matches;
  }

  @Override
  public List<Verdict> write(List<Delivery<CodeAppeared>> batch) throws InterruptedException {
    Optional<Failure> unread = check();
    if (unread.isPresent()) {
      return all(batch, unread.get());
    }
    Map<String, Paper> indexed;
    try {
      indexed = papers.find(batch.stream().map(item -> item.value().getPaperKey()).toList());
    } catch (IndexUnavailableException e) {
      return all(
          batch, Failure.transientFailure("papers-unavailable", String.valueOf(e.getMessage())));
    }
    List<Occurrence> occurrences =
        batch.stream()
            .map(Delivery::value)
            .flatMap(
                event ->
                    Optional.ofNullable(indexed.get(event.getPaperKey())).stream()
                        .map(paper -> new Occurrence(FollowedEvent.CODE, paper, event.getSeenAt())))
            .toList();
    return matches
        .tell(occurrences)
        .map(failure -> all(batch, failure))
        .orElseGet(() -> batch.stream().map(_ -> Verdict.done()).toList());
  }

  private static List<Verdict> all(List<Delivery<CodeAppeared>> batch, Failure failure) {
    return batch.stream().map(_ -> Verdict.failed(failure)).toList();
  }

  @Override
  public Optional<Failure> check() {
    return matches.subscriptions().known()
        ? Optional.empty()
        : Optional.of(
            Failure.transientFailure(
                "subscriptions-unread", "the subscriptions have not been read yet"));
  }
}
