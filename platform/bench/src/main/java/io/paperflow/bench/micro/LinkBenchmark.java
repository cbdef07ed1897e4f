package io.paperflow.bench.micro;

import io.paperflow.bench.papers.PaperRecords;
import io.paperflow.schemas.PaperRecord;
import java.io.IOException;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Links found in the texts of papers. */
@State(Scope.Benchmark)
public class LinkBenchmark {

  /** Whether all papers name a repository, or none. */
  @Param({"true", "false"})
  public boolean links;

  private List<PaperRecord> records = List.of();

  /** Before the measurement. */
  @Setup
  public void prepare() throws IOException {
    records = Samples.RECORDS.parsed(PaperRecords.snapshot(Samples.papers(links)));
  }

  /** Papers enriched. */
  @Benchmark
  @OperationsPerInvocation(Samples.PAPERS)
  public void find(Blackhole sink) {
    records.forEach(record -> sink.consume(Samples.RECORDS.enriched(record)));
  }
}
