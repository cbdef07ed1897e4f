package io.paperflow.enricher;

import io.paperflow.enricher.links.LinkFinder;
import io.paperflow.pipeline.Delivery;
import io.paperflow.pipeline.Outcome;
import io.paperflow.pipeline.Outcome.Output;
import io.paperflow.pipeline.Transform;
import io.paperflow.schemas.EnrichedPaper;
import io.paperflow.schemas.PaperKeys;
import io.paperflow.schemas.PaperRecord;
import java.util.List;
import java.util.Map;

/** Adds the links of a paper to its record. */
final class EnrichStep implements Transform<PaperRecord, EnrichedPaper> {

  private final LinkFinder finder;

  EnrichStep(LinkFinder finder) {
    this.finder = finder;
  }

  @Override
  public Outcome<EnrichedPaper> apply(Delivery<PaperRecord> input) {
    PaperRecord paper = input.value();
    return new Outcome.Transformed<>(
        List.of(
            new Output<>(
                PaperKeys.messageKey(paper), paper.getPaperKey(), finder.enrich(paper), Map.of())),
        List.of());
  }
}
