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

  /**
   * How far sources are read and what was published of them, keyed by document URI or by source and
   * what it is about; compacted. What belongs to a source is in the partition of its host group.
   */
  public static final String CURSORS = "fetcher.cursors";

  /** What each source lists, compared with what was published, keyed by source; compacted. */
  public static final String AUDITS = "sources.audits";

  /** What forges say about repositories, keyed by address; compacted. */
  public static final String FACTS = "repositories.facts";

  /** Papers that had no code and have it now, keyed by paper; kept by time. */
  public static final String CODE_APPEARED = "papers.code-appeared";

  /**
   * Which papers name which repositories and pages, and what came of looking at them; compacted.
   * What belongs to a lease is in its partition.
   */
  public static final String REPOSITORIES = "enricher.repositories";

  /**
   * How often papers are voted for and commented and their repositories starred, keyed by what is
   * counted; all records are kept, so that any past day can be computed again.
   */
  public static final String SIGNALS = "papers.signals";

  /** What people follow, keyed by subscription; compacted. */
  public static final String SUBSCRIPTIONS = "notifier.subscriptions";

  /**
   * What is to be delivered, how far deliveries are and what was delivered; compacted. What belongs
   * to a lease is in its partition.
   */
  public static final String OUTBOX = "notifier.outbox";

  private Topics() {}
}
