package io.paperflow.fetcher.sources;

import io.paperflow.fetcher.source.SourceKind;
import java.util.List;

/** All sources there are. */
public final class StandardSources {

  private StandardSources() {}

  /** A line for each; its settings are in application-fetcher.yml. */
  public static List<SourceKind> kinds() {
    return List.of(WatchedFolder.kind());
  }
}
