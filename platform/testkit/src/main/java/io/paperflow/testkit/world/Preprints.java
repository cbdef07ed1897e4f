package io.paperflow.testkit.world;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * The preprints of bioRxiv and medRxiv. Immutable.
 *
 * @param preprints all that there will be
 */
public record Preprints(List<Preprint> preprints) {

  private static final Comparator<Preprint> IN_LIST_ORDER =
      Comparator.comparing(Preprint::date)
          .thenComparing(Preprint::doi)
          .thenComparingInt(Preprint::version);

  /** The list of some days, both included. */
  public List<Preprint> shown(String server, LocalDate from, LocalDate to, Instant now) {
    return preprints.stream()
        .filter(p -> p.server().equals(server))
        .filter(p -> !p.date().isBefore(from) && !p.date().isAfter(to))
        .filter(p -> !p.shownAt().isAfter(now))
        .sorted(IN_LIST_ORDER)
        .toList();
  }
}
