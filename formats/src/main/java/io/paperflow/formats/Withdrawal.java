package io.paperflow.formats;

import java.util.regex.Pattern;

/**
 * How arXiv says that a paper is withdrawn (https://info.arxiv.org/help/withdraw): by the type of
 * the last version's source, and in words, which stand in the comments or instead of the abstract.
 */
final class Withdrawal {

  /** The type of a version that has no source. */
  static final String SOURCE_TYPE = "I";

  private static final String PAPER =
      "(?:paper|article|manuscript|submission|work|preprint|e-?print|note|report|letter|thesis)";

  private static final Pattern NOTICE =
      Pattern.compile(
          "(?i)\\s*(?:this|the)\\s+(?:arxiv\\s+)?"
              + PAPER
              + "\\s+(?:has\\s+been|is|was)\\s+(?:\\w+\\s+)?withdrawn\\b");

  /** In comments also without a sentence around it, and after other remarks. */
  private static final Pattern COMMENT =
      Pattern.compile(
          "(?i)(?:^|[.;,:(]\\s*)(?:(?:(?:this|the)\\s+)?(?:arxiv\\s+)?"
              + PAPER
              + "\\s+(?:(?:has\\s+been|is|was)\\s+(?:\\w+\\s+)?)?)?withdrawn\\b");

  private Withdrawal() {}

  /** Marks the draft when its comments or abstract say so. */
  static void notice(PaperDraft draft) {
    draft.withdrawn |=
        draft.comments.filter(Withdrawal::isIn).isPresent()
            || NOTICE.matcher(draft.abstractText).lookingAt();
  }

  private static boolean isIn(String comment) {
    boolean said = comment.contains("ithdrawn") || comment.contains("ITHDRAWN");
    return said && COMMENT.matcher(comment).find();
  }
}
