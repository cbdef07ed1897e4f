package io.paperflow.testkit.world;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The lists of Hugging Face Daily Papers. Immutable.
 *
 * @param entries all that there will be; a paper can stand on two days
 */
public record DailyPapers(List<DailyEntry> entries) {

  /** The lists of some days together, the most voted first. */
  public List<DailyEntry> shown(LocalDate first, LocalDate last, Instant now) {
    return entries.stream()
        .filter(e -> !e.day().isBefore(first) && !e.day().isAfter(last))
        .filter(e -> e.isShown(now))
        .sorted(byVotes(now))
        .toList();
  }

  /** A paper's newest entry. */
  public Optional<DailyEntry> entry(String arxivId, Instant now) {
    return entries.stream()
        .filter(e -> e.paper().id().equals(arxivId) && e.isShown(now))
        .reduce((_, last) -> last);
  }

  private static Comparator<DailyEntry> byVotes(Instant now) {
    return Comparator.comparingInt((DailyEntry e) -> -e.votes(now))
        .thenComparing(e -> e.paper().id());
  }
}
