package io.paperflow.bench.micro;

import io.paperflow.enricher.links.FoundLink;
import io.paperflow.enricher.links.LinkFinder;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A megabyte of what looks like links without being any, or of links without end. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class HostileLinkBenchmark {

  private static final int LENGTH = 1 << 20;

  /** What is repeated. */
  @Param({"http://", "/", "https:/ ", "a/b ", "a.b/", "github.com/", "https://github.com/a/b "})
  public String part = "";

  private final LinkFinder finder = LinkFinder.standard();
  private String text = "";

  /** Before the measurement. */
  @Setup
  public void prepare() {
    text = part.repeat(LENGTH / part.length());
  }

  /** The text read to its end. */
  @Benchmark
  public List<FoundLink> find() {
    return finder.find("abstract", text);
  }
}
