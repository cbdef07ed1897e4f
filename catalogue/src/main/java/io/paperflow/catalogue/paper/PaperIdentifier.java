package io.paperflow.catalogue.paper;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name under which one paper is known.
 *
 * @param scheme whose name it is
 * @param value without the scheme; a DOI in lower case, an arXiv id without its version
 */
public record PaperIdentifier(Scheme scheme, String value) {

  /** Longest identifier anyone may ask for, in UTF-16 units. */
  public static final int MAX_LENGTH = 1000;

  // Old arXiv ids are such as hep-th/9901001 or math.GT/0309136, new ones such as 2401.12345.
  private static final String ARXIV_ID = "(\\d{4}\\.\\d{4,5}|[a-z-]+(?:\\.[A-Z]{2})?/\\d{7})";
  private static final Pattern ARXIV =
      Pattern.compile(
          "(?:arxiv:|https?://(?:www\\.)?arxiv\\.org/(?:abs|pdf)/)?" + ARXIV_ID + "(?:v\\d+)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DOI =
      Pattern.compile(
          "(?:doi:|https?://(?:dx\\.)?doi\\.org/)?(10\\.\\d{4,9}/\\S+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern OPENREVIEW =
      Pattern.compile("(?:openreview:|https?://openreview\\.net/forum\\?id=)([\\w-]+)");

  /** Who gives identifiers. */
  public enum Scheme {
    ARXIV,
    DOI,
    OPENREVIEW,
    /** Papers known only by their title, under a name of our own. */
    TITLE
  }

  /** The identifier that a text is as a whole, also as an address or without its scheme. */
  public static Optional<PaperIdentifier> in(String text) {
    if (text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    Matcher arxiv = ARXIV.matcher(text);
    if (arxiv.matches()) {
      return Optional.of(new PaperIdentifier(Scheme.ARXIV, arxiv.group(1)));
    }
    Matcher doi = DOI.matcher(text);
    if (doi.matches()) {
      return Optional.of(new PaperIdentifier(Scheme.DOI, doi.group(1).toLowerCase(Locale.ROOT)));
    }
    Matcher openreview = OPENREVIEW.matcher(text);
    if (openreview.matches()) {
      return Optional.of(new PaperIdentifier(Scheme.OPENREVIEW, openreview.group(1)));
    }
    return text.startsWith("title:")
        ? Optional.of(new PaperIdentifier(Scheme.TITLE, text.substring("title:".length())))
        : Optional.empty();
  }

  /** Scheme and value, as the index names a paper. */
  public String id() {
    return scheme.name().toLowerCase(Locale.ROOT) + ":" + value;
  }
}
