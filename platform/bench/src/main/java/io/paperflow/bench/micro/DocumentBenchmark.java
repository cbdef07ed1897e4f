package io.paperflow.bench.micro;

import io.paperflow.indexer.document.DocumentWriter;
import io.paperflow.indexer.fusion.PaperDocument;
import io.paperflow.indexer.fusion.Statement;
import io.paperflow.indexer.fusion.Statements;
import io.paperflow.schemas.EnrichedPaper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Statements to fused documents as JSON. */
@State(Scope.Benchmark)
public class DocumentBenchmark {

  private static final Instant INDEXED = Instant.parse("2026-11-20T12:00:00Z");

  private final DocumentWriter writer = new DocumentWriter();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 20);
  private List<EnrichedPaper> papers = List.of();
  private List<PaperDocument> others = List.of();

  /** Before the measurement. */
  @Setup
  public void prepare() throws IOException {
    papers = Samples.enriched();
    others = papers.stream().map(DocumentBenchmark::other).toList();
  }

  /** What a second source says of the same paper: the same. */
  private static PaperDocument other(EnrichedPaper paper) {
    Statement first = Statements.of(paper);
    return PaperDocument.of(
        paper.getPaper().getPaperKey(),
        new Statement(
            first.paperKey(),
            "huggingface-daily-papers",
            "",
            first.sourceTime(),
            first.content(),
            first.reading()));
  }

  private static PaperDocument document(EnrichedPaper paper) {
    return PaperDocument.of(paper.getPaper().getPaperKey(), Statements.of(paper));
  }

  /** Documents of one source each. */
  @Benchmark
  @OperationsPerInvocation(Samples.PAPERS)
  public int oneSource() throws IOException {
    out.reset();
    for (EnrichedPaper paper : papers) {
      writer.write(document(paper), INDEXED, out);
    }
    return out.size();
  }

  /** Documents of two sources each. */
  @Benchmark
  @OperationsPerInvocation(Samples.PAPERS)
  public int twoSources() throws IOException {
    out.reset();
    for (int i = 0; i < papers.size(); i++) {
      writer.write(document(papers.get(i)).merge(others.get(i)), INDEXED, out);
    }
    return out.size();
  }
}
