package io.paperflow.formats;

import java.util.regex.Pattern;

/** Takes a paper's identifier from the address of its page. */
final class PaperAddress {

  private static final Pattern WEB = Pattern.compile("(?i)https?://.*");

  private PaperAddress() {}

  /** Sets what the address names, where the paper has no such identifier yet. */
  static void identify(PaperDraft draft, String address) {
    if (WEB.matcher(address).matches()) {
      draft.arxivId = draft.arxivId.or(() -> ArxivId.parse(address));
      draft.doi = draft.doi.or(() -> Doi.normalise(address));
      draft.openreviewId = draft.openreviewId.or(() -> OpenReviewId.parse(address));
    }
  }
}
