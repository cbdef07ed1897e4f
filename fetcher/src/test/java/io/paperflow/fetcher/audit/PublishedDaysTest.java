package io.paperflow.fetcher.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.fetcher.audit.PublishedDays.Piece;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PublishedDaysTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

  /** Whatever is added in whatever steps, what is kept is what was added, also after restarts. */
  @Property(tries = 100)
  void whatWasKeptIsWhatWasAdded(
      @ForAll @Size(max = 12) List<@IntRange(min = 1, max = 900) Integer> steps,
      @ForAll Random random) {
    Map<Integer, Piece> kept = new HashMap<>();
    Set<String> added = new HashSet<>();
    PublishedDays days = new PublishedDays();
    for (int step : steps) {
      Set<String> ids =
          IntStream.range(0, step)
              .mapToObj(_ -> "id-" + random.nextInt(4000))
              .collect(Collectors.toSet());
      days.add(TODAY, ids, TODAY).forEach(piece -> kept.put(piece.number(), piece));
      added.addAll(ids);
      if (random.nextBoolean()) {
        List<Piece> pieces = new ArrayList<>(kept.values());
        Collections.shuffle(pieces, random);
        days = new PublishedDays();
        days.restore(pieces);
      }
    }
    assertEquals(
        added, kept.values().stream().flatMap(p -> p.ids().stream()).collect(Collectors.toSet()));
    assertEquals(added.size(), kept.values().stream().mapToInt(p -> p.ids().size()).sum());
    assertTrue(added.stream().allMatch(days::has));
  }

  @Test
  void whatIsKnownChangesNothing() {
    PublishedDays days = new PublishedDays();
    assertEquals(1, days.add(TODAY, Set.of("a", "b"), TODAY).size());
    assertEquals(List.of(), days.add(TODAY, Set.of("b"), TODAY));
  }

  @Test
  void aPageMoreWritesOnlyTheLastPieces() {
    PublishedDays days = new PublishedDays();
    days.add(TODAY, ids(0, 1700), TODAY);
    assertEquals(
        List.of(3), days.add(TODAY, Set.of("new"), TODAY).stream().map(Piece::number).toList());
  }

  @Test
  void oldDaysAreForgottenWithAllTheirPieces() {
    PublishedDays days = new PublishedDays();
    days.add(TODAY, ids(0, 700), TODAY);
    LocalDate later = TODAY.plusDays(PublishedDays.KEPT_DAYS + 1);
    assertEquals(
        List.of(new Piece(TODAY, 0, List.of()), new Piece(TODAY, 1, List.of())),
        days.forget(later));
    assertEquals(Optional.empty(), days.first());
    assertEquals(List.of(), days.add(TODAY, Set.of("late"), later));
    assertFalse(days.has("late"));
  }

  private static Set<String> ids(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "id-" + i).collect(Collectors.toSet());
  }
}
