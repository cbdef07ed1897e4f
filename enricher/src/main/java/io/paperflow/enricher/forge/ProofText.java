package io.paperflow.enricher.forge;

/**
 * A text of a repository in which it may name a paper.
 *
 * @param place what of the repository it is, as {@code NamingPaper.verifiedBy} of the facts says it
 * @param text at most 256 KiB of it
 */
public record ProofText(Place place, String text) {

  /** What of a repository may name a paper. */
  public enum Place {
    README,
    CITATION,
    HOMEPAGE,
    DESCRIPTION
  }
}
