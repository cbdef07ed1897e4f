package io.paperflow.formats;

/** Names of the formats, as they stand in {@code RawDocument.mediaType}. */
public final class MediaTypes {

  /** Text of a Daily Papers page, titles and abstracts as paragraphs between blank lines. */
  public static final String DAILY_PAPERS_PARAGRAPHS = "text/x-hf-daily-papers; layout=paragraphs";

  /** Text of a Daily Papers page, titles and abstracts on lines by turns. */
  public static final String DAILY_PAPERS_ALTERNATING =
      "text/x-hf-daily-papers; layout=alternating";

  /** Daily papers as {@code Title:}, {@code PDF:} and {@code Summary:} between {@code ---}. */
  public static final String DAILY_PAPERS_FIELDS = "text/x-hf-daily-papers; layout=fields";

  /** Entries of the Daily Papers API: a JSON list, one object, or one object a line. */
  public static final String DAILY_PAPERS_JSON = "application/x-hf-daily-papers+json";

  /** Lines of the arXiv metadata snapshot, one JSON object each. */
  public static final String ARXIV_SNAPSHOT = "application/x-arxiv-snapshot+jsonl";

  /** The page of Hugging Face's daily papers; parts of it are the entries of its state as JSON. */
  public static final String DAILY_PAPERS_HTML = "text/html; page=hf-daily-papers";

  /** Details of a paper from Hugging Face: a JSON object, or one a line. */
  public static final String HF_PAPER_JSON = "application/x-hf-paper+json";

  /** The page of a paper at Hugging Face; a part of it is its state as JSON. */
  public static final String HF_PAPER_HTML = "text/html; page=hf-paper";

  /** Papers with Code's {@code links-between-papers-and-code.json}. */
  public static final String PWC_LINKS = "application/x-paperswithcode-links+json";

  /** Papers with Code's {@code papers-with-abstracts.json}. */
  public static final String PWC_PAPERS = "application/x-paperswithcode-papers+json";

  /** Notes of the OpenReview API. */
  public static final String OPENREVIEW_NOTES = "application/x-openreview-notes+json";

  /** Details of preprints from the API of bioRxiv and medRxiv. */
  public static final String BIORXIV_DETAILS = "application/x-biorxiv-details+json";

  /** Answers of arXiv's OAI-PMH interface in its own metadata format. */
  public static final String ARXIV_OAI = "application/x-arxiv-oai+xml; prefix=arXiv";

  /** Answers of arXiv's OAI-PMH interface with all versions of each paper. */
  public static final String ARXIV_OAI_RAW = "application/x-arxiv-oai+xml; prefix=arXivRaw";

  /** Answers of arXiv's OAI-PMH interface in Dublin Core. */
  public static final String ARXIV_OAI_DC = "application/x-arxiv-oai+xml; prefix=oai_dc";

  /** Atom answers of arXiv's query API. */
  public static final String ARXIV_API = "application/x-arxiv-api+atom";

  /** arXiv's daily announcements, as RSS or Atom. */
  public static final String ARXIV_FEED = "application/x-arxiv-feed+xml";

  /** Collections of the ACL Anthology. */
  public static final String ACL_ANTHOLOGY = "application/x-acl-anthology+xml";

  private MediaTypes() {}
}
