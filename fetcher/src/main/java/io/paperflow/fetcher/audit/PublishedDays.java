package io.paperflow.fetcher.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which papers of which days of a source were published, of the last {@link #KEPT_DAYS} days. A day
 * is kept in pieces of some hundred ids, so that a page more writes only the last ones again. Not
 * thread-safe.
 */
public final class PublishedDays {

  /** Longer than any source adds to a day. */
  public static final int KEPT_DAYS = 60;

  private static final int PIECE = 500;

  private final NavigableMap<LocalDate, LinkedHashSet<String>> days = new TreeMap<>();

  /**
   * A part of a day.
   *
   * @param number from 0
   * @param ids in the order in which they were published
   */
  public record Piece(LocalDate day, int number, List<String> ids) {
    public Piece {
      ids = List.copyOf(ids);
    }
  }

  /** Takes what was kept, in any order. */
  public void restore(Collection<Piece> pieces) {
    // The order of a day's ids says in which pieces they are.
    pieces.stream()
        .sorted(Comparator.comparing(Piece::day).thenComparingInt(Piece::number))
        .forEach(
            piece ->
                days.computeIfAbsent(piece.day(), _ -> new LinkedHashSet<>()).addAll(piece.ids()));
  }

  /**
   * Adds papers of a day; days that are not kept any more are left out.
   *
   * @return the pieces that changed
   */
  public List<Piece> add(LocalDate day, Set<String> ids, LocalDate today) {
    if (day.isBefore(today.minusDays(KEPT_DAYS))) {
      return List.of();
    }
    LinkedHashSet<String> all = days.computeIfAbsent(day, _ -> new LinkedHashSet<>());
    int before = all.size();
    all.addAll(ids);
    return all.size() == before ? List.of() : pieces(day, new ArrayList<>(all), before / PIECE);
  }

  private static List<Piece> pieces(LocalDate day, List<String> ids, int first) {
    List<Piece> pieces = new ArrayList<>();
    for (int number = first; number * PIECE < ids.size(); number++) {
      int end = Math.min(ids.size(), (number + 1) * PIECE);
      pieces.add(new Piece(day, number, ids.subList(number * PIECE, end)));
    }
    return pieces;
  }

  /** Forgets days that are not kept any more; returns their pieces, without ids. */
  public List<Piece> forget(LocalDate today) {
    List<Piece> gone = new ArrayList<>();
    var old = days.headMap(today.minusDays(KEPT_DAYS), false);
    old.forEach(
        (day, ids) -> {
          for (int number = 0; number * PIECE < ids.size(); number++) {
            gone.add(new Piece(day, number, List.of()));
          }
        });
    old.clear();
    return gone;
  }

  /** The first day of which papers were published. */
  public Optional<LocalDate> first() {
    return days.isEmpty() ? Optional.empty() : Optional.of(days.firstKey());
  }

  /** Whether a paper was published, as one of whatever day. */
  public boolean has(String id) {
    return days.values().stream().anyMatch(ids -> ids.contains(id));
  }
}
