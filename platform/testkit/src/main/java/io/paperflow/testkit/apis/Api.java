package io.paperflow.testkit.apis;

import java.util.EnumSet;
import java.util.Set;

/** A source's server; each listens on a port of its own. */
public enum Api {
  /** {@code huggingface.co}: Daily Papers as JSON and as pages. */
  HUGGING_FACE,
  /** {@code oaipmh.arxiv.org}. */
  ARXIV_OAI,
  /** {@code export.arxiv.org/api/query}. */
  ARXIV_QUERY,
  /** {@code rss.arxiv.org}. */
  ARXIV_FEEDS,
  /** {@code api2.openreview.net}. */
  OPENREVIEW,
  /** {@code api.biorxiv.org}, for medRxiv too. */
  BIORXIV,
  /** The ACL Anthology's files on GitHub, and their list. */
  ANTHOLOGY,
  /** The dumps of Papers with Code. */
  CODE_ARCHIVE;

  /** Those that count requests together, over all three hosts of arXiv. */
  public static Set<Api> ofArxiv() {
    return EnumSet.of(ARXIV_OAI, ARXIV_QUERY, ARXIV_FEEDS);
  }
}
