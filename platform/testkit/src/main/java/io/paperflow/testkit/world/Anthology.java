package io.paperflow.testkit.world;

import java.time.Instant;
import java.util.List;

/**
 * The ACL Anthology. Immutable.
 *
 * @param papers all that there will be
 */
public record Anthology(List<AnthologyPaper> papers) {

  /** The names of the collections that have papers. */
  public List<String> collections(Instant now) {
    return papers.stream()
        .filter(p -> !p.shownAt().isAfter(now))
        .map(AnthologyPaper::collection)
        .distinct()
        .sorted()
        .toList();
  }

  /** What a collection holds, by volume and number. */
  public List<AnthologyPaper> shown(String collection, Instant now) {
    return papers.stream()
        .filter(p -> p.collection().equals(collection) && !p.shownAt().isAfter(now))
        .toList();
  }
}
