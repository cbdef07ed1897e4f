package io.paperflow.testkit.world;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The papers of arXiv. Immutable.
 *
 * @param papers all that there will be, also those that nobody sees yet
 */
public record Arxiv(List<ArxivPaper> papers) {

  private static final Comparator<ShownPaper> BY_DATESTAMP =
      Comparator.comparing((ShownPaper p) -> p.latest().batch()).thenComparing(ShownPaper::id);

  /** A version in a feed. */
  public record FeedItem(ArxivPaper paper, ArxivVersion version) {}

  /** What OAI-PMH shows at a time, by datestamp. */
  public List<ShownPaper> harvestable(Instant now) {
    return papers.stream()
        .flatMap(p -> p.harvestableBy(now).stream())
        .sorted(BY_DATESTAMP)
        .toList();
  }

  /** What the query API shows at a time. */
  public Stream<ShownPaper> announced(Instant now) {
    return papers.stream().flatMap(p -> p.announcedBy(now).stream());
  }

  /**
   * What the feed of some categories or archives holds.
   *
   * @param day of the Eastern calendar
   */
  public List<FeedItem> feed(LocalDate day, List<String> categories) {
    return papers.stream()
        .filter(p -> categories.stream().anyMatch(p::isIn))
        .flatMap(
            p ->
                p.versions().stream()
                    .filter(v -> v.feedDay().equals(day))
                    .map(v -> new FeedItem(p, v)))
        .toList();
  }

  /** Whether there is such a category or archive. */
  public boolean knows(String categoryOrArchive) {
    return papers.stream().anyMatch(p -> p.isIn(categoryOrArchive));
  }
}
