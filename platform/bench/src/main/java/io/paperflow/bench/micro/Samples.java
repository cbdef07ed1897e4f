package io.paperflow.bench.micro;

import io.paperflow.bench.papers.GeneratedPaper;
import io.paperflow.bench.papers.PaperGenerator;
import io.paperflow.bench.papers.PaperRecords;
import io.paperflow.schemas.EnrichedPaper;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/** The papers of the micro benchmarks: each handles {@link #PAPERS} of them in one invocation. */
final class Samples {

  static final int PAPERS = 100;
  static final PaperRecords RECORDS = new PaperRecords();

  private static final long SEED = 1;

  private Samples() {}

  /** As they come, one in five with a repository. */
  static List<GeneratedPaper> papers() {
    PaperGenerator generator = new PaperGenerator(SEED);
    return IntStream.range(0, PAPERS).mapToObj(generator::paper).toList();
  }

  static List<EnrichedPaper> enriched() throws IOException {
    return RECORDS.parsed(PaperRecords.snapshot(papers())).stream().map(RECORDS::enriched).toList();
  }
}
