package io.paperflow.indexer.fusion;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a forge says about a repository, a model, a dataset or a space, and whether it names the
 * paper.
 *
 * @param identity the address in lower case without its scheme
 * @param found whether it is there; when not, the rest is the last that was known
 * @param archivedCopy address of a copy, when it is gone
 * @param renamedTo where it is now, when that is another address
 * @param stars or likes
 * @param starsPerWeek how fast it gains them, 0 when that is not known
 * @param license SPDX id, or what the forge says
 * @param archived read only by the will of its owner
 * @param verifiedBy what of it names the paper: readme, citation, homepage or description
 * @param proof the words that name it
 */
public record RepositoryFact(
    String identity,
    Instant checkedAt,
    boolean found,
    Optional<String> archivedCopy,
    Optional<String> renamedTo,
    Optional<Integer> stars,
    double starsPerWeek,
    Optional<String> language,
    Optional<String> license,
    List<String> topics,
    Optional<Boolean> archived,
    Optional<Instant> pushedAt,
    Optional<String> verifiedBy,
    Optional<String> proof) {

  /** A total order which agrees with equals; the text decides only between facts of one moment. */
  private static final Comparator<RepositoryFact> NEWNESS =
      Comparator.comparing(RepositoryFact::checkedAt)
          .thenComparing(fact -> fact.verifiedBy().isPresent())
          .thenComparing(fact -> fact.archivedCopy().isPresent())
          .thenComparing(RepositoryFact::toString);

  public RepositoryFact {
    topics = List.copyOf(topics);
  }

  /** The one of two facts about one repository that counts. */
  RepositoryFact newer(RepositoryFact other) {
    return NEWNESS.compare(this, other) >= 0 ? this : other;
  }

  /** Whether its content can be had, at the forge or as a copy. */
  boolean isThere() {
    return found || archivedCopy.isPresent();
  }
}
