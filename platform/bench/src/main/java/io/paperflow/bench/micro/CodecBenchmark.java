package io.paperflow.bench.micro;

import io.paperflow.schemas.AvroCodec;
import io.paperflow.schemas.EnrichedPaper;
import io.paperflow.schemas.UnreadableRecordException;
import java.io.IOException;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Enriched papers to the bytes of a record and back. */
@State(Scope.Benchmark)
public class CodecBenchmark {

  private final AvroCodec<EnrichedPaper> codec = AvroCodec.of(EnrichedPaper.class);
  private List<EnrichedPaper> papers = List.of();
  private List<byte[]> encoded = List.of();

  /** Before the measurement. */
  @Setup
  public void prepare() throws IOException {
    papers = Samples.enriched();
    encoded = papers.stream().map(codec::encode).toList();
  }

  /** Papers encoded. */
  @Benchmark
  @OperationsPerInvocation(Samples.PAPERS)
  public void encode(Blackhole sink) {
    papers.forEach(paper -> sink.consume(codec.encode(paper)));
  }

  /** Papers decoded. */
  @Benchmark
  @OperationsPerInvocation(Samples.PAPERS)
  public void decode(Blackhole sink) throws UnreadableRecordException {
    for (byte[] bytes : encoded) {
      sink.consume(codec.decode(bytes));
    }
  }
}
