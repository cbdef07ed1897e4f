package io.paperflow.indexer.index;

import io.paperflow.indexer.fusion.PaperDocument;
import io.paperflow.indexer.fusion.Statements;
import io.paperflow.pipeline.Delivery;
import io.paperflow.pipeline.Failure;
import io.paperflow.pipeline.Verdict;
import io.paperflow.schemas.EnrichedPaper;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The items of one batch and what became of them. Not thread-safe. */
final class Batch {

  private final List<Delivery<EnrichedPaper>> items;
  private final Verdict[] verdicts;
  private final DocumentCounts counts;

  Batch(List<Delivery<EnrichedPaper>> items, DocumentCounts counts) {
    this.items = items;
    this.verdicts = new Verdict[items.size()];
    this.counts = counts;
  }

  /** One document for each paper of the batch, to be created. */
  List<Pending> documents() {
    Map<String, Pending> byId = LinkedHashMap.newLinkedHashMap(items.size());
    for (int place = 0; place < items.size(); place++) {
      EnrichedPaper paper = items.get(place).value();
      PaperDocument document =
          PaperDocument.of(paper.getPaper().getPaperKey(), Statements.of(paper));
      byId.merge(document.id(), Pending.create(document, place), Pending::with);
    }
    return List.copyOf(byId.values());
  }

  void written(Pending pending) {
    counts.written(pending.guard());
    settle(pending, Verdict.done());
  }

  void unchanged(Pending pending) {
    counts.unchanged();
    settle(pending, Verdict.done());
  }

  void failed(Pending pending, Failure failure) {
    counts.failed();
    settle(pending, Verdict.failed(failure));
  }

  /** One verdict for each item, in order. */
  List<Verdict> verdicts() {
    return Arrays.asList(verdicts);
  }

  private void settle(Pending pending, Verdict verdict) {
    pending.places().forEach(place -> verdicts[place] = verdict);
  }
}
