package io.paperflow.fetcher.source;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/** What a step of listing came to. */
public sealed interface Listing {

  /**
   * Something was listed.
   *
   * @param papers ids by the source's own day
   * @param next where to go on
   * @param more whether there is more to list
   */
  record Listed(Map<LocalDate, Set<String>> papers, Cursor next, boolean more) implements Listing {
    public Listed {
      papers = Map.copyOf(papers);
    }
  }

  /** Nothing was listed. */
  record Failed(Trouble trouble) implements Listing {}
}
