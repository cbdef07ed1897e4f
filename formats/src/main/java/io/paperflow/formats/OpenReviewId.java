package io.paperflow.formats;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The identifier of a paper's forum at OpenReview, such as {@code rJl-b3RcF7}. */
final class OpenReviewId {

  private static final Pattern ID =
      Pattern.compile(
          "(?i)(?:https?://(?:www\\.)?openreview\\.net/(?:forum|pdf)\\?(?:[^#]*&)?id=)?"
              + "([\\w-]{4,64})(?:[&#].*)?");

  private OpenReviewId() {}

  /** Reads an identifier, plain or in the address of the paper; empty when it is not one. */
  static Optional<String> parse(String text) {
    Matcher id = ID.matcher(Text.strip(text));
    return id.matches() ? Optional.of(id.group(1)) : Optional.empty();
  }
}
