package io.paperflow.formats;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Digital object identifiers (https://www.doi.org/the-identifier/resources/handbook). */
public final class Doi {

  private static final Pattern DOI =
      Pattern.compile(
          "(?i)(?:https?://(?:www\\.|dx\\.)?doi\\.org/|doi:\\s*)?(10\\.\\d{4,9}(?:\\.\\d+)*/[^\\s]+)");

  private static final String AFTER = ".,;";

  private Doi() {}

  /**
   * Lower-case, without a resolver's address; of several divided by blanks or commas the first.
   * Empty when it is not one.
   */
  public static Optional<String> normalise(String text) {
    Matcher doi = DOI.matcher(Text.strip(text));
    if (!doi.lookingAt()) {
      return Optional.empty();
    }
    String found = Text.lower(doi.group(1));
    int end = found.length();
    while (AFTER.indexOf(found.charAt(end - 1)) >= 0) {
      end--;
    }
    return Optional.of(found.substring(0, end));
  }
}
