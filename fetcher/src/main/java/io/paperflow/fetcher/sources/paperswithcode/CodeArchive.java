package io.paperflow.fetcher.sources.paperswithcode;

import io.paperflow.fetcher.source.Source;
import io.paperflow.fetcher.source.SourceSettings;
import io.paperflow.fetcher.sources.dump.Dump;
import io.paperflow.fetcher.sources.dump.DumpSource;
import java.util.List;
import java.util.stream.Stream;

/**
 * The two dumps of Papers with Code: {@code papers-with-abstracts.json} and {@code
 * links-between-papers-and-code.json}. Their server is gone; copies are at many places.
 */
public final class CodeArchive {

  /** The source's name. */
  public static final String NAME = "paperswithcode";

  private CodeArchive() {}

  /** The source with its settings. */
  public static Source of(SourceSettings settings) {
    List<Dump> dumps =
        Stream.of("papers", "links").flatMap(o -> Dump.of(settings, o).stream()).toList();
    if (dumps.isEmpty()) {
      settings.problem("links", "the path or the address of a dump is needed, here or in papers");
    }
    return new DumpSource(NAME, dumps);
  }
}
