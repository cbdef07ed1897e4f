package io.paperflow.indexer.index;

import io.paperflow.pipeline.Failure;
import io.paperflow.pipeline.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What became of the items of one batch: an item whose documents all came to a good end is done,
 * else it has the first failure of them. Not thread-safe.
 */
final class Verdicts {

  private final List<Verdict> verdicts;
  private final DocumentCounts counts;
  private final Set<Integer> written = new TreeSet<>();

  Verdicts(int items, DocumentCounts counts) {
    this.verdicts = new ArrayList<>(Collections.nCopies(items, Verdict.done()));
    this.counts = counts;
  }

  void written(Pending pending) {
    counts.written(pending.guard());
    written.addAll(pending.places());
  }

  void unchanged() {
    counts.unchanged();
  }

  void moved() {
    counts.moved();
  }

  void failed(Pending pending, Failure failure) {
    counts.failed();
    failed(pending.places(), failure);
  }

  void failed(List<Integer> places, Failure failure) {
    for (int place : places) {
      if (isDone(place)) {
        verdicts.set(place, Verdict.failed(failure));
      }
    }
  }

  boolean isDone(int place) {
    return verdicts.get(place) instanceof Verdict.Done;
  }

  /** The items that changed a document and are done, in order. */
  List<Integer> written() {
    return written.stream().filter(this::isDone).toList();
  }

  /** One verdict for each item, in order. */
  List<Verdict> all() {
    return List.copyOf(verdicts);
  }
}
