package io.paperflow.formats;

/** Names of the sources whose documents the formats read. */
public final class Sources {

  /** Hugging Face Daily Papers. */
  public static final String DAILY_PAPERS = "huggingface-daily-papers";

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
