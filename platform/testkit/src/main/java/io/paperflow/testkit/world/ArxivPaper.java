package io.paperflow.testkit.world;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A paper of arXiv, with the versions it will have one day.
 *
 * @param categories the primary one first
 */
public record ArxivPaper(
    String id,
    List<Author> authors,
    List<String> categories,
    Optional<String> doi,
    Optional<String> journal,
    String licence,
    List<ArxivVersion> versions) {

  /** When it was submitted first. */
  public Instant submitted() {
    return versions.getFirst().submitted();
  }

  /** Whether it is in one of the categories or archives, such as {@code cs.LG} or {@code cs}. */
  public boolean isIn(String categoryOrArchive) {
    return categories.stream()
        .anyMatch(c -> c.equals(categoryOrArchive) || c.startsWith(categoryOrArchive + "."));
  }

  /** As the query API sees it at a time. */
  public Optional<ShownPaper> announcedBy(Instant now) {
    return shown(ArxivVersion::announced, now);
  }

  /** As OAI-PMH sees it at a time. */
  public Optional<ShownPaper> harvestableBy(Instant now) {
    return shown(ArxivVersion::harvestable, now);
  }

  private Optional<ShownPaper> shown(Function<ArxivVersion, Instant> since, Instant now) {
    List<ArxivVersion> visible =
        versions.stream().filter(v -> !since.apply(v).isAfter(now)).toList();
    return visible.isEmpty() ? Optional.empty() : Optional.of(new ShownPaper(this, visible));
  }
}
