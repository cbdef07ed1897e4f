package io.paperflow.fetcher.audit;

import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a source lists. Days are compared from the first of which anything was published, since what
 * lies before nobody asked for, to the last that was over when the source was read last.
 */
public final class Comparison {

  private final NavigableMap<LocalDate, Set<String>> listed = new TreeMap<>();

  /** Takes what a source lists. */
  public void listed(Map<LocalDate, Set<String>> papers) {
    papers.forEach((day, ids) -> listed.computeIfAbsent(day, _ -> new TreeSet<>()).addAll(ids));
  }

  /**
   * Leaves only the days to compare.
   *
   * @param last the last day; empty when there is nothing to compare yet
   */
  public void limit(Optional<LocalDate> first, Optional<LocalDate> last) {
    if (first.isEmpty() || last.isEmpty()) {
      listed.clear();
      return;
    }
    listed.headMap(first.get(), false).clear();
    listed.tailMap(last.get(), false).clear();
  }

  /** Papers that are listed. */
  public int count() {
    return listed.values().stream().mapToInt(Set::size).sum();
  }

  /** The days that are compared. */
  public NavigableMap<LocalDate, Set<String>> days() {
    return listed;
  }

  /** What is listed and was not published, by day. */
  public NavigableMap<LocalDate, Set<String>> missing(PublishedDays published) {
    NavigableMap<LocalDate, Set<String>> missing = new TreeMap<>();
    listed.forEach(
        (day, ids) -> {
          Set<String> absent = new TreeSet<>(ids);
          absent.removeIf(published::has);
          if (!absent.isEmpty()) {
            missing.put(day, absent);
          }
        });
    return missing;
  }
}
