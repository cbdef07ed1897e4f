package io.paperflow.formats;

/** Names of the sources whose documents the formats read. */
public final class Sources {

  /** Hugging Face Daily Papers. */
  public static final String DAILY_PAPERS = "huggingface-daily-papers";

  /** The details that Hugging Face has of a paper, beside its place on the daily list. */
  public static final String HUGGINGFACE_PAPERS = "huggingface-papers";

  /** The papers of the archive of Papers with Code. */
  public static final String PAPERS_WITH_CODE = "papers-with-code";

  /** The archive's links between papers and code, each a part of what it says about the paper. */
  public static final String PAPERS_WITH_CODE_LINKS = "papers-with-code-links";

  /** OpenReview. */
  public static final String OPENREVIEW = "openreview";

  /** bioRxiv. */
  public static final String BIORXIV = "biorxiv";

  /** medRxiv. */
  public static final String MEDRXIV = "medrxiv";

  /**
   * arXiv: its metadata format and the snapshot. The newest statement of a source counts as a
   * whole, so that what knows other fields of the same papers is a source of its own.
   */
  public static final String ARXIV = "arxiv";

  /** arXiv's metadata with all versions and their dates. */
  public static final String ARXIV_RAW = "arxiv-raw";

  /** arXiv's query API. */
  public static final String ARXIV_API = "arxiv-api";

  /** arXiv's daily announcements, without comments. */
  public static final String ARXIV_RSS = "arxiv-rss";

  /** arXiv's metadata in Dublin Core. */
  public static final String ARXIV_DC = "arxiv-dc";

  /** The ACL Anthology. */
  public static final String ACL_ANTHOLOGY = "acl-anthology";

  private Sources() {}
}
