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

  /** arXiv. */
  public static final String ARXIV = "arxiv";

  private Sources() {}
}
