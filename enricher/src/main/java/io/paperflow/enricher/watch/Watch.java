package io.paperflow.enricher.watch;

import java.util.Map;

/** What is done under one lease. Belongs to the lease's thread. */
interface Watch {

  /** Takes over what is known; then {@link #run}. */
  void begin(Map<String, byte[]> state);

  /** Works until the lease is ending. */
  void run() throws InterruptedException;
}
