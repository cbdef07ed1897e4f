package io.paperflow.fetcher.source;

import java.util.List;

/** What a step of reading came to. */
public sealed interface Step {

  /**
   * The source was read as far as the next cursor, whether or not there was anything new.
   *
   * @param documents in the order in which they are to be published; few enough to hold, unless
   *     they are streams
   * @param next where to go on; kept in the transaction of the documents
   * @param more whether the pass goes on at once; otherwise it is finished, and everything that the
   *     source showed when it began is in its documents
   */
  record Read(List<Fetched> documents, Cursor next, boolean more) implements Step {
    public Read {
      documents = List.copyOf(documents);
    }
  }

  /** Nothing was read. */
  record Failed(Trouble trouble) implements Step {}
}
