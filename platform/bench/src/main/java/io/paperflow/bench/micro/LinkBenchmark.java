package io.paperflow.bench.micro;

import io.paperflow.enricher.links.LinkFinder;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Links found in abstracts. */
@State(Scope.Benchmark)
public class LinkBenchmark {

  private static final int ABSTRACTS = 400;

  /** One abstract in so many has a link, 0 for none; one in four is what daily papers have. */
  @Param({"4", "1", "0"})
  public int oneIn;

  private final LinkFinder finder = LinkFinder.standard();
  private List<String> texts = List.of();

  /** Before the measurement. */
  @Setup
  public void prepare() {
    texts = LinkTexts.abstracts(ABSTRACTS, oneIn);
  }

  /** Abstracts read. */
  @Benchmark
  @OperationsPerInvocation(ABSTRACTS)
  public void find(Blackhole sink) {
    texts.forEach(text -> sink.consume(finder.find("abstract", text)));
  }
}
