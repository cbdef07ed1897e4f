package io.paperflow.indexer.index;

import io.paperflow.indexer.fusion.PaperDocument;
import java.util.ArrayList;
import java.util.List;

/**
 * A document on its way into the index.
 *
 * @param places the items of the batch which it stands for
 */
record Pending(PaperDocument document, Guard guard, List<Integer> places) {

  static Pending create(PaperDocument document, int place) {
    return new Pending(document, new Guard.Absent(), List.of(place));
  }

  String id() {
    return document.id();
  }

  /** One write for both: an id may stand only once in a bulk. */
  Pending with(Pending other) {
    List<Integer> all = new ArrayList<>(places);
    all.addAll(other.places);
    return new Pending(document.merge(other.document), guard, List.copyOf(all));
  }

  Pending rebased(PaperDocument onto, Guard guard) {
    return new Pending(onto, guard, places);
  }
}
