package io.paperflow.bench.micro;

import io.paperflow.bench.papers.PaperRecords;
import io.paperflow.schemas.PaperRecord;
import io.paperflow.schemas.RawDocument;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Documents of each kind of format to paper records. */
@State(Scope.Benchmark)
public class ParseBenchmark {

  /** A kind of format. */
  public enum Kind {
    TEXT_DUMP,
    JSON,
    PWC_LINKS,
    SNAPSHOT_LINES,
    OAI,
    ATOM
  }

  /** The kind of this run. */
  @Param public Kind kind = Kind.TEXT_DUMP;

  private Optional<RawDocument> document = Optional.empty();

  /** Before the measurement. */
  @Setup
  public void prepare() throws IOException, XMLStreamException {
    document =
        Optional.of(
            switch (kind) {
              case TEXT_DUMP -> PaperRecords.page(Samples.papers());
              case JSON -> PaperRecords.json(Samples.papers());
              case PWC_LINKS -> PaperRecords.links(Samples.papers());
              case SNAPSHOT_LINES -> PaperRecords.snapshot(Samples.papers());
              case OAI -> PaperRecords.oai(Samples.papers());
              case ATOM -> PaperRecords.atom(Samples.papers());
            });
    int found = parse().size();
    if (found != Samples.PAPERS) {
      throw new IllegalStateException("read " + found + " of " + Samples.PAPERS + " papers");
    }
  }

  /** Papers parsed. */
  @Benchmark
  @OperationsPerInvocation(Samples.PAPERS)
  public List<PaperRecord> parse() {
    return Samples.RECORDS.parsed(document.orElseThrow());
  }
}
