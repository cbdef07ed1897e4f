package io.paperflow.fetcher.sources.arxiv;

import io.paperflow.fetcher.source.Source;
import io.paperflow.fetcher.source.SourceSettings;
import io.paperflow.fetcher.sources.dump.Dump;
import io.paperflow.fetcher.sources.dump.DumpSource;
import java.util.Optional;

/**
 * The metadata of all of arXiv in one file of lines, {@code
 * https://www.kaggle.com/datasets/Cornell-University/arxiv}: three million of them.
 */
public final class ArxivSnapshot {

  /** The source's name. */
  public static final String NAME = "arxiv-snapshot";

  private ArxivSnapshot() {}

  /** The source with its settings. */
  public static Source of(SourceSettings settings) {
    Optional<Dump> dump = Dump.of(settings, "file");
    if (dump.isEmpty()) {
      settings.problem("file", "the path or the address of the snapshot is needed");
    }
    return new DumpSource(NAME, dump.stream().toList());
  }
}
