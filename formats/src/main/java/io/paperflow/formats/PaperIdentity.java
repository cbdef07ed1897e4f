package io.paperflow.formats;

import io.paperflow.schemas.TitleKey;
import java.util.Optional;

/**
 * Which paper a record speaks of: the arXiv id, else the DOI, else the OpenReview id, else the
 * title with the first author or the beginning of the abstract.
 */
public final class PaperIdentity {

  private PaperIdentity() {}

  /** {@code arxiv:2401.12345}. */
  public static String ofArxiv(ArxivId id) {
    return "arxiv:" + id.id();
  }

  /** {@code doi:10.…}, or the arXiv key of a DOI that arXiv gave. */
  public static String ofDoi(String normalisedDoi) {
    return ArxivId.parse(normalisedDoi)
        .map(PaperIdentity::ofArxiv)
        .orElseGet(() -> "doi:" + normalisedDoi);
  }

  /** {@code openreview:…}. */
  public static String ofOpenReview(String forumId) {
    return "openreview:" + forumId;
  }

  /** {@code title:} and 32 hexadecimal digits, see {@link TitleKey#paperKey}. */
  public static String ofTitle(
      String title, Optional<String> firstAuthor, Optional<String> abstractText) {
    return TitleKey.of(title, firstAuthor, abstractText).paperKey();
  }
}
