package io.paperflow.indexer;

import io.paperflow.service.Service;

/** The indexer as a process of its own. */
public final class IndexerApplication {

  private IndexerApplication() {}

  public static void main(String[] arguments) {
    Service.main("indexer", arguments);
  }
}
