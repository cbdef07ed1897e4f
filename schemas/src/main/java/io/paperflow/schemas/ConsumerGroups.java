package io.paperflow.schemas;

/**
 * Names of the consumer groups whose members share the partitions of what they read. Part of the
 * contract: their offsets say what was done, and what scales services looks at their lag.
 */
public final class ConsumerGroups {

  /** Reads {@link Topics#RAW}. */
  public static final String PARSER = "parser";

  /** Reads {@link Topics#PARSED}. */
  public static final String ENRICHER = "enricher";

  /** Reads {@link Topics#ENRICHED}. */
  public static final String INDEXER = "indexer";

  /** Reads {@link Topics#ENRICHED}. */
  public static final String EMBEDDER = "embedder";

  /** What the names of the notifier's groups begin with. */
  public static final String NOTIFIER = "notifier";

  /** Reads {@link Topics#ENRICHED}, for those who follow something. */
  public static final String NOTIFIER_MATCHES = NOTIFIER + "-matches";

  private ConsumerGroups() {}
}
