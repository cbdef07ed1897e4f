package io.paperflow.indexer.index;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import io.paperflow.elastic.ElasticsearchHttp;
import io.paperflow.indexer.fusion.PaperDocument;
import io.paperflow.indexer.identity.Names;
import io.paperflow.pipeline.Failure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Moves statements to the papers that their keys lead to, when a name was given to another paper
 * after they were written. What moves is written at its new place before it leaves the old one, and
 * looked at again then: whoever gives names writes them first and looks for statements afterwards,
 * so that one of the two sees what the other wrote. Thread-safe.
 */
final class Settlement {

  /** Rounds of moving for papers others write at the same time. */
  private static final int MOST_ROUNDS = 8;

  private final PaperLookup lookup;
  private final StoredDocuments stored;
  private final PaperWrites papers;

  Settlement(ElasticsearchHttp http, PaperLookup lookup, PaperWrites papers) {
    this.lookup = lookup;
    this.stored = new StoredDocuments(http);
    this.papers = papers;
  }

  /**
   * Moves what stands in documents and belongs to others.
   *
   * @param candidates paper keys: their documents are looked at, and those that they lead to; none
   *     of them need exist
   * @param places the items of the batch that fail when this does
   * @return the documents that something was moved to
   */
  List<Pending> settle(Collection<String> candidates, List<Integer> places, Verdicts verdicts)
      throws InterruptedException {
    Map<String, Pending> moved = new LinkedHashMap<>();
    Set<String> open = new LinkedHashSet<>(candidates);
    switch (lookup.of(candidates)) {
      case PaperLookup.Papers.Known known -> open.addAll(known.byKey().values());
      case PaperLookup.Papers.Unknown(Failure failure) -> {
        verdicts.failed(places, failure);
        return List.of();
      }
    }
    for (int round = 0; round < MOST_ROUNDS && !open.isEmpty(); round++) {
      List<Stored.Found> found = new ArrayList<>();
      for (Stored one : stored.get(List.copyOf(open))) {
        switch (one) {
          case Stored.Found document -> found.add(document);
          case Stored.Missing() -> {}
          case Stored.Unknown(Failure failure) -> verdicts.failed(places, failure);
        }
      }
      Optional<PaperLookup.Papers.Known> known = papersIn(found, places, verdicts);
      if (known.isEmpty() || !places.stream().allMatch(verdicts::isDone)) {
        return List.copyOf(moved.values());
      }
      List<Move> moves = found.stream().flatMap(one -> Move.of(one, known.get()).stream()).toList();
      List<Pending> arrivals = arrivals(moves, places);
      papers.create(arrivals, verdicts);
      if (!places.stream().allMatch(verdicts::isDone)) {
        return List.copyOf(moved.values());
      }
      arrivals.forEach(pending -> moved.merge(pending.id(), pending, Pending::with));
      open = new LinkedHashSet<>(papers.reduce(moves, places, verdicts));
      arrivals.stream().map(Pending::id).forEach(open::add);
    }
    if (!open.isEmpty()) {
      verdicts.failed(
          places,
          Failure.transientFailure(
              "identity-contended",
              "Papers that become one were changed by others in each of %d rounds: it is tried again"
                  .formatted(MOST_ROUNDS)));
    }
    return List.copyOf(moved.values());
  }

  private Optional<PaperLookup.Papers.Known> papersIn(
      List<Stored.Found> found, List<Integer> places, Verdicts verdicts)
      throws InterruptedException {
    Set<String> keys =
        found.stream()
            .flatMap(one -> one.document().paperKeys())
            .filter(key -> Names.of(key).isPresent())
            .collect(toSet());
    return switch (lookup.of(keys)) {
      case PaperLookup.Papers.Known known -> Optional.of(known);
      case PaperLookup.Papers.Unknown(Failure failure) -> {
        verdicts.failed(places, failure);
        yield Optional.empty();
      }
    };
  }

  private static List<Pending> arrivals(List<Move> moves, List<Integer> places) {
    Map<String, Pending> byId = new LinkedHashMap<>();
    for (Move move : moves) {
      for (PaperDocument document : move.leaving()) {
        byId.merge(
            document.id(),
            new Pending(document, new Guard.Absent(), places),
            (one, other) ->
                new Pending(one.document().merge(other.document()), one.guard(), places));
      }
    }
    return List.copyOf(byId.values());
  }

  /**
   * What leaves a document.
   *
   * @param staying what is left of it; empty when nothing is
   * @param leaving the documents of other papers that its parts belong to
   */
  record Move(
      String id,
      Guard.Unchanged guard,
      Optional<PaperDocument> staying,
      List<PaperDocument> leaving) {

    private static Optional<Move> of(Stored.Found found, PaperLookup.Papers.Known papers) {
      PaperDocument document = found.document();
      Map<String, Set<String>> keysByPaper =
          document.paperKeys().collect(groupingBy(papers::of, toSet()));
      Set<String> own = keysByPaper.remove(document.id());
      if (keysByPaper.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(
          new Move(
              document.id(),
              found.guard(),
              Optional.ofNullable(own).map(keys -> document.only(document.id(), keys)),
              keysByPaper.entrySet().stream()
                  .map(entry -> document.only(entry.getKey(), entry.getValue()))
                  .toList()));
    }
  }
}
