package io.paperflow.testkit.apis;

/**
 * The most entries on a page.
 *
 * @param daily of Hugging Face Daily Papers, when the limit asked for is larger
 * @param oai of OAI-PMH
 * @param query of arXiv's query API, when the number asked for is larger
 * @param preprints of bioRxiv and medRxiv
 * @param submissions of OpenReview, when the limit asked for is larger
 */
public record PageSizes(int daily, int oai, int query, int preprints, int submissions) {

  /** Those of the real servers. */
  public static PageSizes real() {
    return new PageSizes(100, 2_000, 2_000, 100, 1_000);
  }

  /** So small that a few dozens of papers fill several pages. */
  public static PageSizes small() {
    return new PageSizes(7, 11, 13, 5, 17);
  }
}
