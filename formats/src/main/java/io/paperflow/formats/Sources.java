package io.paperflow.formats;

/** Names of the sources whose documents the formats read. */
public final class Sources {

  /** Hugging Face Daily Papers. */
  public static final String DAILY_PAPERS = "huggingface-daily-papers";

  /** arXiv. */
  public static final String ARXIV = "arxiv";

  private Sources() {}
}
