package io.paperflow.testkit.world;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A paper of the Papers with Code archive.
 *
 * @param slug the end of its address there
 */
public record ArchivedPaper(
    String slug,
    Optional<String> arxivId,
    String title,
    List<Author> authors,
    String text,
    LocalDate date,
    List<ArchivedLink> links) {

  /** A repository that the archive names for it. */
  public record ArchivedLink(
      String repository,
      boolean official,
      boolean mentionedInPaper,
      boolean mentionedInRepository,
      String framework) {}

  /** Its page at the archive. */
  public String page() {
    return "https://paperswithcode.com/paper/" + slug;
  }

  /** Where the paper itself is. */
  public String abstractPage() {
    return arxivId
        .map(id -> "https://arxiv.org/abs/" + id + "v1")
        .orElse("https://aclanthology.org/" + slug);
  }
}
