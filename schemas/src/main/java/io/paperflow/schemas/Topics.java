package io.paperflow.schemas;

/** Names of the topics between the services. Part of the contract: a change is a migration. */
public final class Topics {

  /** Raw documents, keyed by document URI; kept by time. */
  public static final String RAW = "papers.raw";

  /** Paper records, keyed as {@link PaperKeys} says; compacted. */
  public static final String PARSED = "papers.parsed";

  /** Enriched papers, keyed like {@link #PARSED}; compacted. */
  public static final String ENRICHED = "papers.enriched";

  /** Records that could not be handled, with their original bytes; kept by time. */
  public static final String DEAD_LETTERS = "papers.dead-letters";

  /** What the fetcher has published, keyed by document URI or source; compacted. */
  public static final String CURSORS = "fetcher.cursors";

  private Topics() {}
}
