package io.paperflow.bench.micro;

import io.paperflow.bench.papers.GeneratedPaper;
import io.paperflow.bench.papers.PaperGenerator;
import io.paperflow.bench.papers.PaperRecords;
import io.paperflow.schemas.EnrichedPaper;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The papers of the micro benchmarks: each handles {@link #PAPERS} of them in one invocation. */
final class Samples {

  static final int PAPERS = 100;
  static final PaperRecords RECORDS = new PaperRecords();

  private static final long SEED = 1;
  private static final int SEARCHED = 2_000;

  private Samples() {}

  /** As they come, one in five with a repository. */
  static List<GeneratedPaper> papers() {
    return generated().limit(PAPERS).toList();
  }

  /** All with a repository, or all without. */
  static List<GeneratedPaper> papers(boolean withCode) {
    return generated()
        .filter(paper -> paper.codeUrl().isPresent() == withCode)
        .limit(PAPERS)
        .toList();
  }

  static List<EnrichedPaper> enriched() throws IOException {
    return RECORDS.parsed(PaperRecords.snapshot(papers())).stream().map(RECORDS::enriched).toList();
  }

  private static Stream<GeneratedPaper> generated() {
    PaperGenerator generator = new PaperGenerator(SEED);
    return IntStream.range(0, SEARCHED).mapToObj(generator::paper);
  }
}
