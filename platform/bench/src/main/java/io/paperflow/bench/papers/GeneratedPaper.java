package io.paperflow.bench.papers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An invented paper.
 *
 * @param arxivId without version
 * @param abstractText one line
 * @param categories arXiv codes, the primary one first
 * @param codeUrl the repository which the abstract or the comments name
 */
public record GeneratedPaper(
    String arxivId,
    String title,
    String abstractText,
    List<Author> authors,
    List<String> categories,
    Optional<String> comments,
    Optional<String> doi,
    Instant submitted,
    Optional<String> codeUrl) {

  public GeneratedPaper {
    authors = List.copyOf(authors);
    categories = List.copyOf(categories);
  }

  /** An author by the two parts of the name. */
  public record Author(String given, String family) {}
}
